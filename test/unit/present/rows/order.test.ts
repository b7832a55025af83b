import assert from 'node:assert/strict';
import type { Finding } from '../../../../src/core/insight/findings/finding';
import type { Milestone, Task } from '../../../../src/core/plan/model';
import { DEFAULT_OPTIONS } from '../../../../src/shared/milestoneOptions';
import type { MilestoneOptions, Sorting } from '../../../../src/shared/milestoneOptions';
import { milestoneOrder, ordered, taskOrder } from '../../../../src/present/rows/order';
import { scopeOf } from '../../../../src/present/rows/scope';
import type { Scope } from '../../../../src/present/rows/scope';
import { insightOf } from '../../../support/insightOf';
import { days } from '../../../support/networks';
import { aMilestone, aSnapshot, aTask } from '../../../support/snapshotBuilder';
import type { PlanContent } from '../../../support/snapshotBuilder';

const BY_RISK = { ...DEFAULT_OPTIONS, sortBy: 'risk' } as const;

function scope(content: PlanContent): Scope {
  const snapshot = aSnapshot([content], {});
  const [facts] = snapshot.plans;
  assert.ok(facts);
  // Without what follows from dates: the tests say themselves what is found about tasks.
  const insight = { ...insightOf(facts), findings: [] };
  return scopeOf({ ...snapshot, insight: new Map([[facts.plan.uid, insight]]) }, facts);
}

const found = (id: string, severity: Finding['severity']): Finding => ({
  id: 'open-but-started',
  severity,
  subject: { kind: 'task', uid: id, id },
  reasons: [],
});

describe('the order of tasks', () => {
  const tasks = [
    aTask('APP-1', { due: '2026-07-01' }),
    aTask('APP-2', { due: '2026-07-04' }),
    aTask('APP-3'),
    aTask('APP-3.1', { parent: 'APP-3' }),
    aTask('APP-4', { due: '2026-07-03' }),
    aTask('APP-5', { due: '2026-07-02' }),
  ];
  const findings = [
    found('APP-5', 'info'),
    found('APP-2', 'error'),
    found('APP-3.1', 'error'),
    found('APP-4', 'info'),
    found('APP-4', 'warning'),
  ];
  const order = (own: readonly Task[], options: Pick<MilestoneOptions, 'sortBy'>): string[] =>
    ordered(
      own.filter(({ parent }) => parent === undefined),
      taskOrder(scope({ tasks: own, findings }), options),
    ).map(({ id }) => id);

  it('is by due date, undated ones last', () => {
    assert.deepEqual(order(tasks, DEFAULT_OPTIONS), ['APP-1', 'APP-5', 'APP-4', 'APP-2', 'APP-3']);
  });

  it('is by the gravest finding of a task or below it when risk is asked for, then by due date', () => {
    assert.deepEqual(order(tasks, BY_RISK), ['APP-2', 'APP-3', 'APP-4', 'APP-5', 'APP-1']);
  });

  it('is that of the plan, or by start, where that is asked for', () => {
    const starting = [
      aTask('APP-1', { start: '2026-09-03' }),
      aTask('APP-2', { category: 'done', due: '2026-07-02' }),
      aTask('APP-3', { start: '2026-09-01' }),
      aTask('APP-4', { category: 'done', due: '2026-07-01' }),
    ];
    assert.deepEqual(order(starting, { sortBy: 'plan' }), ['APP-1', 'APP-2', 'APP-3', 'APP-4']);
    assert.deepEqual(order(starting, { sortBy: 'start' }), ['APP-3', 'APP-1', 'APP-4', 'APP-2']);
  });

  it('ends where parents go in a circle', () => {
    const circle = [aTask('APP-8', { parent: 'APP-9' }), aTask('APP-9', { parent: 'APP-8' })];
    const sorted = ordered(circle, taskOrder(scope({ tasks: circle }), BY_RISK));
    assert.equal(sorted.length, 2);
  });
});

describe('the order of milestones by risk', () => {
  const order = (milestones: readonly Milestone[], sortBy: Sorting = 'risk'): string[] => {
    const tasks = milestones.map(({ key }) =>
      aTask(`APP-${key}`, { milestone: key, estimate: days(3), assignees: ['@ana'] }),
    );
    return ordered(milestones, milestoneOrder(scope({ milestones, tasks }), { sortBy })).map(({ id }) => id);
  };
  const active = { status: 'active' } as const;

  it('begins with the worst health and ends with what is over', () => {
    const milestones = [
      aMilestone('DROPPED', { status: 'dropped', due: '2026-05-01' }),
      aMilestone('DONE', { status: 'done', due: '2026-05-01' }),
      aMilestone('FINE', { ...active, due: '2026-12-01' }),
      aMilestone('NO-DATE', active),
      aMilestone('RISKY', { ...active, due: '2026-12-01', health: 'at risk' }),
      aMilestone('LATE', { ...active, due: '2026-05-15' }),
    ];
    assert.deepEqual(order(milestones), ['LATE', 'RISKY', 'NO-DATE', 'FINE', 'DONE', 'DROPPED']);
  });

  it('is by the figures where a word of their own says nothing about health, then by due date', () => {
    const milestones = [
      aMilestone('RISKY', { ...active, due: '2026-12-01', health: 'at risk' }),
      aMilestone('LATER', { ...active, due: '2026-05-16', health: 'on its way' }),
      aMilestone('LATE', { ...active, due: '2026-05-15' }),
    ];
    assert.deepEqual(order(milestones), ['LATE', 'LATER', 'RISKY']);
  });

  it('is that of the plan, or by start, where that is asked for', () => {
    const milestones = [
      aMilestone('B', { start: '2026-02-01', due: '2026-03-01' }),
      aMilestone('A', { due: '2026-01-01' }),
      aMilestone('C', { start: '2026-01-01', due: '2026-04-01' }),
    ];
    assert.deepEqual(order(milestones, 'plan'), ['B', 'A', 'C']);
    assert.deepEqual(order(milestones, 'start'), ['C', 'B', 'A']);
    assert.deepEqual(order(milestones, 'due'), ['A', 'B', 'C']);
  });
});

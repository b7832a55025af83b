import assert from 'node:assert/strict';
import { finish } from '../../../../../src/core/base/steps';
import { asOf } from '../../../../../src/core/insight/baseline/asOf';
import { baselineOf } from '../../../../../src/core/insight/baseline/baseline';
import { effortOf, scopeSince } from '../../../../../src/core/insight/baseline/scope';
import { computeInsight } from '../../../../../src/core/insight/planInsight';
import { progressSteps } from '../../../../../src/core/insight/progress/progress';
import type { Plan } from '../../../../../src/core/plan/model';
import type { PlanFacts } from '../../../../../src/core/snapshot';
import { activity, days, EVERY_DAY } from '../../../../support/networks';
import { aPlan, aTask } from '../../../../support/planBuilder';
import { aMilestone, aRisk } from '../../../../support/snapshotBuilder';

const at = (plan: Plan, today: string) => {
  const [insight] = computeInsight([{ plan, observed: new Map() }], today);
  assert.ok(insight);
  return { plan, progress: finish(progressSteps(plan)), insight };
};
const ofBeta = { milestone: 'BETA' };
const done = { status: 'Done', category: 'done' } as const;

describe('what became of a plan', () => {
  // Two days, then one; on the first of March it ends on the third.
  const then = aPlan([activity('A', 2, '', ofBeta), activity('B', 1, 'A', ofBeta)], EVERY_DAY, {
    milestones: [aMilestone('BETA', { due: '2026-03-10' }), aMilestone('OLD')],
    risks: [aRisk('R-1', { score: 6 }), aRisk('R-2', { score: 4 })],
  });
  // Four days later A is done, B has become three days long, and C waits for it.
  const now = aPlan(
    [
      activity('A', 2, '', { ...ofBeta, ...done }),
      activity('B', 3, 'A', { ...ofBeta, due: '2026-03-06' }),
      activity('C', 4, 'B', ofBeta),
    ],
    EVERY_DAY,
    {
      milestones: [aMilestone('BETA', { due: '2026-03-10' }), aMilestone('NEW')],
      risks: [aRisk('R-1', { score: 12 }), aRisk('R-2', { score: 4 })],
    },
  );
  const { day, finish, milestones, tasks, scope, risks } = baselineOf(
    at(then, '2026-03-01'),
    at(now, '2026-03-05'),
  );

  it('looks from each of the two days', () => {
    assert.deepEqual(day, { from: '2026-03-01', to: '2026-03-05' });
    assert.deepEqual(finish, { from: '2026-03-03', to: '2026-03-11' });
  });

  it('has every milestone, then and now', () => {
    const none = { from: undefined, to: undefined };
    const [beta, fresh, old] = milestones;
    assert.deepEqual(beta, {
      key: 'BETA',
      id: 'BETA',
      title: 'Milestone BETA',
      due: { from: '2026-03-10', to: '2026-03-10' },
      finish: { from: '2026-03-03', to: '2026-03-11' },
      p50: none,
      p85: none,
      done: { from: 0, to: 1 },
      total: { from: 2, to: 3 },
      health: { from: 'on track', to: 'off track' },
    });
    assert.deepEqual([fresh?.id, fresh?.change, fresh?.total], ['NEW', 'added', { from: undefined, to: 0 }]);
    assert.deepEqual([old?.id, old?.change, old?.health.to], ['OLD', 'removed', undefined]);
    assert.equal(milestones.length, 3);
  });

  it('has the tasks of which something has moved', () => {
    assert.deepEqual(
      tasks.map(({ id, status, due, finish: end }) => ({ id, status, due, end })),
      [
        { id: 'T-A', status: { from: 'To do', to: 'Done' }, due: undefined, end: undefined },
        {
          id: 'T-B',
          status: undefined,
          due: { from: undefined, to: '2026-03-06' },
          end: { from: '2026-03-03', to: '2026-03-07' },
        },
      ],
    );
  });

  it('has scope and risks that moved', () => {
    assert.deepEqual(
      [scope.added, scope.removed, scope.estimates].map(list => list.map(({ id }) => id)),
      [['T-C'], [], ['T-B']],
    );
    assert.deepEqual(
      risks.map(({ id, kind }) => [id, kind]),
      [['R-1', 'up']],
    );
  });

  it('finds nothing in the same plan on the same day', () => {
    const same = baselineOf(at(then, '2026-03-01'), at(then, '2026-03-01'));
    assert.deepEqual([same.tasks, same.risks], [[], []]);
    assert.deepEqual(same.scope, { added: [], removed: [], estimates: [] });
    assert.ok(same.milestones.every(({ health: { from, to }, change }) => from === to && !change));
  });
});

describe('scope since a baseline', () => {
  const dropped = { status: 'Dropped', category: 'dropped' } as const;
  const why = (before: Plan, after: Plan): readonly string[] => {
    const { added, removed } = scopeSince(before, after);
    return [...added, ...removed].map(task => `${task.id} ${task.why}`);
  };

  it('says why work has come or gone', () => {
    const parts = [aTask('APP-2.1', { parent: 'APP-2' })];
    const before = aPlan(['APP-1', 'APP-2', aTask('APP-3', dropped), 'APP-4']);
    const after = aPlan([aTask('APP-1', dropped), 'APP-2', ...parts, 'APP-3', 'APP-5']);
    assert.deepEqual(why(before, after), [
      'APP-2.1 new',
      'APP-3 reopened',
      'APP-5 new',
      'APP-1 dropped',
      'APP-2 split',
      'APP-4 gone',
    ]);
    assert.deepEqual(why(after, before).slice(0, 3), ['APP-1 reopened', 'APP-2 alone', 'APP-4 new']);
  });

  it('is the same when a task is done or moved to another milestone', () => {
    assert.deepEqual(why(aPlan(['APP-1']), aPlan([aTask('APP-1', { ...done, ...ofBeta })])), []);
  });

  it('adds up hours and points apart, and counts what has neither', () => {
    const points = { unit: 'points', value: 5 } as const;
    const work = [{ estimate: days(2) }, { estimate: days(1) }, { estimate: points }, {}];
    assert.deepEqual(effortOf(work), { tasks: 4, hours: 24, points: 5, unestimated: 1 });
  });

  it('takes another spread for another estimate', () => {
    const three = (p: number) => ({ estimate: { unit: 'hours', value: 24, three: [8, 24, p] } as const });
    const { estimates } = scopeSince(
      aPlan([aTask('APP-1', three(40)), aTask('APP-2', three(40))]),
      aPlan([aTask('APP-1', three(48)), aTask('APP-2', three(40))]),
    );
    assert.deepEqual(
      estimates.map(({ id }) => id),
      ['APP-1'],
    );
  });
});

describe('what was known on a day', () => {
  it('does not hold work that began later', () => {
    const begun = (day: string) =>
      ({
        state: 'started',
        firstWork: Date.parse(`${day}T23:30:00Z`) / 1000,
        unmerged: [],
        landedTimes: [],
        openCommits: 1,
      }) as const;
    const observed = new Map([
      ['APP-1', begun('2026-03-01')],
      ['APP-2', begun('2026-03-02')],
    ]);
    const facts = (timezone: string): PlanFacts => ({
      plan: aPlan(['APP-1', 'APP-2'], { timezone }),
      prefix: '',
      today: '2026-03-01',
      evidence: { byTask: new Map(), byCommit: new Map(), branches: [], observed, lost: [] },
      progress: finish(progressSteps(aPlan([]))),
      findings: [],
    });
    assert.deepEqual([...(asOf(facts('UTC')).evidence?.observed.keys() ?? [])], ['APP-1']);
    assert.deepEqual([...(asOf(facts('Europe/Berlin')).evidence?.observed.keys() ?? [])], []);
  });
});

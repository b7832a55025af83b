import assert from 'node:assert/strict';
import { remainingOf, remainingWork } from '../../../../../src/core/insight/schedule/remaining';
import { computeInsight } from '../../../../../src/core/insight/planInsight';
import type { ChecklistItem, Task } from '../../../../../src/core/plan/model';
import { taskInsightLines } from '../../../../../src/present/tooltips/insightLines';
import { scopeOf } from '../../../../../src/present/rows/scope';
import { scheduleJson } from '../../../../../src/present/json/insightJson';
import { statusJson } from '../../../../../src/present/json/statusJson';
import { say } from '../../../../../src/words/say';
import { factsFor, snapshotOf } from '../../../../support/panel/handMade';
import { activity, days } from '../../../../support/networks';
import { aPlan } from '../../../../support/planBuilder';

const RULES = { hours: 8, assumed: 3 };

const criteria = (checked: number, total: number): ChecklistItem[] =>
  Array.from({ length: total }, (_, index) => ({
    text: `${index}`,
    checked: index < checked,
    list: 'criteria',
    file: 'plan/tasks/a.md',
    line: index,
  }));

const left = (length: number, fields: Partial<Task> = {}): [number, string] => {
  const found = remainingOf(activity('A', length, '', fields), RULES, 3);
  return [Math.round(found.days * 1000) / 1000, found.source];
};

describe('the work left on a task', () => {
  it('is what the plan says, else the estimate less what is spent or checked', () => {
    assert.deepEqual(left(10), [10, 'estimate']);
    assert.deepEqual(left(10, { checklist: criteria(1, 4) }), [7.5, 'criteria']);
    assert.deepEqual(left(10, { checklist: criteria(0, 4) }), [10, 'estimate']);
    assert.deepEqual(left(10, { checklist: criteria(1, 4), spent: days(4) }), [6, 'spent']);
    assert.deepEqual(left(10, { spent: days(4), remaining: days(9) }), [9, 'remaining']);
  });

  it('is a tenth of the estimate at least, where it is worked out, and an hour where the plan says none', () => {
    assert.deepEqual(left(10, { checklist: criteria(4, 4) }), [1, 'criteria']);
    assert.deepEqual(left(10, { spent: days(30) }), [1, 'spent']);
    assert.deepEqual(left(10, { remaining: days(0) }), [0.125, 'remaining']);
  });

  it('is assumed without an estimate, less what is checked', () => {
    assert.deepEqual(left(0, { estimate: undefined as never }), [3, 'assumed']);
    assert.deepEqual(left(0, { estimate: undefined as never, checklist: criteria(1, 2) }), [1.5, 'assumed']);
  });

  it('keeps the shape of three points', () => {
    const three = { unit: 'hours', value: 32, three: [16, 24, 80] } as const;
    const found = remainingOf(activity('A', 4, '', { estimate: three, checklist: criteria(1, 2) }), RULES, 3);
    assert.deepEqual(found.three, [1, 1.5, 5]);
  });

  it('is the sum of the subtasks of a task that has some', () => {
    const tasks = [
      activity('A', 99),
      activity('B', 2, '', { parent: 'T-A' }),
      activity('C', 99, '', { parent: 'T-A' }),
      activity('D', 1, '', { parent: 'T-C', checklist: criteria(1, 2) }),
    ];
    const found = remainingWork(tasks, [tasks[1] as Task, tasks[3] as Task], RULES);
    assert.deepEqual(
      [...found].map(([uid, { days: own, source }]) => [uid, own, source]),
      [
        ['T-B', 2, 'estimate'],
        ['T-D', 0.5, 'criteria'],
        ['T-A', 2.5, 'subtasks'],
        ['T-C', 0.5, 'subtasks'],
      ],
    );
  });

  it('is the same on a later day, however long ago work on it began', () => {
    const plan = aPlan([activity('A', 10, '', { category: 'active', assignees: ['@ana'] })]);
    const observed = new Map([
      [
        'T-A',
        {
          state: 'started' as const,
          firstWork: Date.parse('2026-02-02') / 1000,
          unmerged: [],
          landedTimes: [],
          openCommits: 1,
        },
      ],
    ]);
    const on = (today: string) => {
      const [insight] = computeInsight([{ plan, observed }], today);
      return insight?.schedule.tasks.get('T-A');
    };
    assert.equal(on('2026-03-02')?.remaining.days, 10);
    assert.equal(on('2026-05-04')?.remaining.days, 10);
    assert.equal(on('2026-05-04')?.finish, '2026-05-15');
  });

  it('is the same figure in tooltip, schedule and status, with where it comes from', () => {
    const task = activity('A', 10, '', { checklist: criteria(1, 4), assignees: ['@ana'] });
    const facts = factsFor(aPlan([task]));
    const [insight] = computeInsight([{ plan: facts.plan, observed: new Map() }], facts.today);
    assert.ok(insight);
    const scope = { ...scopeOf(snapshotOf(facts), facts), insight };
    assert.equal(
      say(taskInsightLines(scope, task)[0] ?? ''),
      '7.5 days of work left (estimate less checked criteria)',
    );
    const first = (json: object): object =>
      (json as { plans: { tasks: object[] }[] }).plans[0]?.tasks[0] as object;
    const schedule = first(scheduleJson('/', [{ plan: facts.plan, insight }])) as Record<string, unknown>;
    assert.deepEqual([schedule['remaining'], schedule['remainingFrom']], [7.5, 'criteria']);
    const status = first(statusJson('/', [{ facts, insight }])) as Record<string, unknown>;
    assert.deepEqual(status['workLeft'], { days: 7.5, from: 'criteria' });
  });
});

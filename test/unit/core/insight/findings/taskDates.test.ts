import assert from 'node:assert/strict';
import { queuesOf } from '../../../../../src/core/insight/forecast/queues';
import { assess } from '../../../../../src/core/insight/findings/assessment';
import type { Milestone, Plan, Task } from '../../../../../src/core/plan/model';
import { activity, EVERY_DAY } from '../../../../support/networks';
import { aPlan } from '../../../../support/planBuilder';
import { figuresOf } from '../../../../support/planFigures';
import { aMilestone } from '../../../../support/snapshotBuilder';

/** `id subject: args` of the findings about dates, on Monday 2026-03-02, where every day is a working day. */
function findings(tasks: readonly Task[], milestones: readonly Milestone[] = []): string[] {
  const plan: Plan = aPlan(tasks, EVERY_DAY, { milestones });
  return assess({ ...figuresOf(plan), overloads: [] })
    .findings.filter(({ id }) => id !== 'due-soon')
    .map(
      ({ id, subject, reasons }) =>
        `${id} ${subject.id}: ${reasons.map(({ args }) => args.join(' ')).join('; ')}`,
    );
}

/** S sums up A and then B, which ends on the 11th. */
function family(due: string, b: Partial<Task> = {}, s: Partial<Task> = {}): Task[] {
  return [
    activity('S', 0, '', { due, ...s }),
    activity('A', 3, '', { parent: 'T-S' }),
    activity('B', 7, 'A', { parent: 'T-S', ...b }),
  ];
}

describe('a due date that cannot be kept', () => {
  it('is found once where it stands, on a task or on what sums it up', () => {
    assert.deepEqual(findings([activity('A', 3, '', { due: '2026-03-03' })]), [
      'negative-due-float T-A: 1 2026-03-04 2026-03-03',
    ]);
    assert.deepEqual(findings(family('2026-03-11')), []);
    assert.deepEqual(findings(family('2026-03-09')), ['negative-due-float T-S: 2 2026-03-11 2026-03-09']);
    // Both A and B end too late.
    assert.deepEqual(findings(family('2026-03-03')), ['negative-due-float T-S: 8 2026-03-11 2026-03-03']);
  });

  it('is left to the nearest date, and to the milestone that is due on the same day', () => {
    assert.deepEqual(findings(family('2026-03-09', { due: '2026-03-08' })), [
      'negative-due-float T-B: 3 2026-03-11 2026-03-08',
    ]);
    const above = activity('Top', 0, '', { due: '2026-03-10' });
    assert.deepEqual(findings([above, ...family('2026-03-09', {}, { parent: 'T-Top' })]), [
      'negative-due-float T-S: 2 2026-03-11 2026-03-09',
    ]);
    const tasks = family('2026-03-09').map(task => ({ ...task, milestone: 'M-1' }));
    assert.deepEqual(findings(tasks, [aMilestone('M-1', { due: '2026-03-09' })]), [
      'negative-due-float M-1: 2 2026-03-11 2026-03-09',
    ]);
  });

  it('is no finding of what is done, overdue already, or not estimated', () => {
    assert.deepEqual(findings(family('2026-03-09', {}, { category: 'done' })), []);
    assert.deepEqual(findings(family('2026-03-01')), ['overdue T-S: 2026-03-01 1']);
    const [s, , b] = family('2026-03-01');
    const late = activity('A', 3, '', { parent: 'T-S', due: '2026-02-28' });
    assert.deepEqual(findings([s as Task, late, b as Task]), ['overdue T-A: 2026-02-28 2']);
    const { estimate, ...unknown } = activity('A', 3, '', { parent: 'T-S' });
    assert.ok(estimate);
    assert.deepEqual(findings([activity('S', 0, '', { due: '2026-03-03' }), unknown]), []);
  });
});

describe('a milestone that is declared done', () => {
  const tasks = [activity('A', 3, '', { milestone: 'M-1' }), activity('B', 1, '', { milestone: 'M-1' })];
  const done = (fields: Partial<Milestone> = {}) => [
    aMilestone('M-1', { status: 'done', due: '2026-03-02', ...fields }),
  ];

  it('says how many of its tasks are open, and none of its dates', () => {
    assert.deepEqual(findings(tasks, done()), ['done-but-open M-1: 2']);
    assert.deepEqual(
      findings(
        tasks.map(task => ({ ...task, category: 'done' })),
        done(),
      ),
      [],
    );
    assert.deepEqual(
      findings(tasks, done({ dismissed: [{ finding: 'done-but-open', reason: 'moved' }] })),
      [],
    );
    assert.deepEqual(findings(tasks, done({ status: 'dropped' })), []);
  });

  it('leaves its tasks no due date to keep, so that they are served as if it had none', () => {
    const milestones = [aMilestone('M-2'), aMilestone('M-3', { due: '2026-04-01' })];
    const order = (of: readonly Milestone[]): string[] =>
      queuesOf({ tasks, milestones: [...milestones, ...of] }).map(({ key }) => key);
    assert.deepEqual(order(done({ status: 'active' })), ['M-1', 'M-3', 'M-2', '']);
    assert.deepEqual(order(done()), ['M-3', 'M-2', 'M-1', '']);
    const { schedule } = figuresOf(aPlan(tasks, EVERY_DAY, { milestones: done() }));
    assert.deepEqual(
      [...schedule.tasks.values()].map(({ dueFloat }) => dueFloat),
      [undefined, undefined],
    );
  });
});

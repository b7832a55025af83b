import assert from 'node:assert/strict';
import { computeInsight } from '../../../../../src/core/insight/planInsight';
import { lateDays, slackDays, slackOf } from '../../../../../src/core/insight/schedule/slack';
import type { Plan, Task } from '../../../../../src/core/plan/model';
import { slackText } from '../../../../../src/present/workLeft';
import { say } from '../../../../../src/words/say';
import { activity } from '../../../../support/networks';
import { aPlan } from '../../../../support/planBuilder';
import { aMilestone } from '../../../../support/snapshotBuilder';
import { MONDAY } from '../../../../support/planFigures';

const ana = { assignees: ['@ana'] };

function slackIn(tasks: Task[], uid: string, fields: Partial<Plan> = {}): string {
  const plan = aPlan(tasks, {}, fields);
  const [insight] = computeInsight([{ plan, observed: new Map() }], MONDAY);
  const task = insight?.schedule.tasks.get(uid);
  const slack = task && slackOf(task, plan.settings);
  return slack ? say(slackText(slack)) : '';
}

describe('how far a task may slip', () => {
  it('is said against the nearest due date that rests on it, its own or one downstream', () => {
    // Five days of work from Monday 2 March; due on Thursday the 5th, and on Friday the 13th.
    const late = [activity('A', 5, '', { ...ana, due: '2026-03-05' })];
    assert.equal(slackIn(late, 'T-A'), '1 working day too late for 5 Mar 2026');
    const spare = [activity('A', 5, '', ana), activity('B', 2, 'A', { ...ana, due: '2026-03-13' })];
    assert.equal(slackIn(spare, 'T-A'), '3 working days to spare before 13 Mar 2026');
    const milestones = [aMilestone('M', { due: '2026-03-10' })];
    const inMilestone = [activity('A', 5, '', ana), activity('B', 5, 'A', { ...ana, milestone: 'M' })];
    assert.equal(slackIn(inMilestone, 'T-A', { milestones }), '3 working days too late for 10 Mar 2026');
  });

  it('reckons with people who come to it later only', () => {
    const both = [
      activity('A', 4, '', { ...ana, due: '2026-03-05', priority: 'critical' }),
      activity('B', 3, '', { ...ana, due: '2026-03-11' }),
    ];
    // Alone B ends on Wednesday the 4th; after A on Tuesday the 10th, so that one of the five days is left.
    assert.equal(slackIn(both, 'T-B'), '1 working day to spare before 11 Mar 2026');
    const too = [both[0] as Task, activity('B', 3, '', { ...ana, due: '2026-03-09' })];
    assert.equal(slackIn(too, 'T-B'), '1 working day too late for 9 Mar 2026');
  });

  it('is total float only without a due date, and where no limit delays the task', () => {
    const free = [activity('A', 5, '', ana), activity('B', 2, '', { assignees: ['@li'] })];
    assert.equal(slackIn(free, 'T-B'), '3 working days until it delays the plan');
    assert.equal(slackIn([free[0] as Task, activity('B', 2, '', ana)], 'T-B'), '');
  });

  it('is rounded down, and a delay to the nearest day', () => {
    assert.deepEqual([slackDays(3.9), slackDays(2.9999999), slackDays(-1)], [3, 3, 0]);
    assert.deepEqual([lateDays(9.3), lateDays(9.6), lateDays(0.2)], [9, 10, 1]);
  });
});

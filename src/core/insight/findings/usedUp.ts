import { addDays, dayOf } from '../../base/dates';
import type { Task } from '../../plan/model';
import { workdaysBetween } from '../../plan/countWorkdays';
import { criteriaOf } from '../progress/criteria';
import type { RuleContext, RuleReason } from './ruleContext';
import { tenths } from './ruleContext';

/**
 * Why the work left on an active task is not known any more: work on it began longer ago than its estimate allows for,
 * at the pace of whoever does it, and no criterion is checked and nobody has said what remains. Empty where that does
 * not hold, and where a finding asks already whether the task goes on at all: for one without recent work, and for
 * one whose work has landed.
 *
 * Begun 18 working days ago, estimated at 6.7 days, 0 of 2 criteria checked: how much is left? At 30 % of a working
 * day it is 5.4 days of work, and nothing is asked.
 */
export function usedUp(task: Task, context: RuleContext): readonly RuleReason[] {
  const { plan, today, observed } = context;
  const { firstWork, lastWork, lastLanded, state } = observed.get(task.key) ?? {};
  const estimate = context.schedule.remaining.get(task.uid);
  const { checked, total } = criteriaOf(task);
  // What is spent may say that little is left, and then it is as good as a figure of its own.
  if (
    task.category !== 'active' ||
    estimate?.source !== 'estimate' ||
    checked > 0 ||
    firstWork === undefined
  ) {
    return [];
  }
  const daysSince = (seconds: number): number =>
    workdaysBetween(dayOf(seconds, plan.settings.timezone), today, plan.settings);
  const { stale, settled } = plan.settings.rules;
  const isOver = state === 'closed' || (state === 'landed' && daysSince(lastLanded ?? 0) >= settled);
  if (isOver || daysSince(lastWork ?? firstWork) >= stale) {
    return [];
  }
  // The first day counts, and today does not yet.
  const first = addDays(dayOf(firstWork, plan.settings.timezone), -1);
  const worked = workdaysBetween(first, addDays(today, -1), plan.settings);
  return worked * paceOf(task, context) > estimate.days
    ? [{ code: 'used-up', args: [worked, tenths(estimate.days), checked, total] }]
    : [];
}

/** The share of a working day that the task gets: that of whoever of its people has most time. */
function paceOf({ assignees }: Task, { plan }: RuleContext): number {
  const { people } = plan.settings;
  return assignees.length === 0
    ? 1
    : Math.max(...assignees.map(id => people.find(person => person.id === id)?.capacity ?? 1));
}

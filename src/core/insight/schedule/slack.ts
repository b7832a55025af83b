import type { IsoDate } from '../../base/dates';
import { workdaysBetween } from '../../plan/countWorkdays';
import type { PlanSettings } from '../../plan/settings';
import type { ScheduledTask } from './planSchedule';
import { TOLERANCE } from './workingTime';

/** How a task stands to the nearest due date that rests on it, or, without one, to the end of the plan. */
export type Slack =
  | { readonly kind: 'late' | 'spare'; readonly days: number; readonly due: IsoDate }
  | { readonly kind: 'float'; readonly days: number };

/** Slack in whole working days: rounded down, so that nobody counts on a day that is not there. Never below zero. */
export function slackDays(days: number): number {
  return Math.max(0, Math.floor(days + TOLERANCE));
}

/** A delay in whole working days: to the nearest, and at least one. */
export function lateDays(days: number): number {
  return Math.max(1, Math.round(days));
}

/**
 * How far a task may slip, in whole working days: against the nearest due date downstream first. A delay by people and
 * resources comes off it. Total float is said only where no due date lies downstream and no limit delays the task,
 * since it knows no limits. Undefined where nothing can be said.
 *
 * With 4.5 working days until the due date, and a finish one working day later for want of people, 3 are to spare.
 */
export function slackOf(
  { dueFloat, dueFor, totalFloat, finish, limitedFinish }: ScheduledTask,
  calendar: Pick<PlanSettings, 'workweek' | 'holidays'>,
): Slack | undefined {
  if (limitedFinish === undefined) {
    return undefined;
  }
  if (dueFloat === undefined || dueFor === undefined) {
    return limitedFinish > finish ? undefined : { kind: 'float', days: slackDays(totalFloat) };
  }
  const late = Math.max(-dueFloat, workdaysBetween(dueFor, limitedFinish, calendar));
  return late > TOLERANCE
    ? { kind: 'late', days: lateDays(late), due: dueFor }
    : {
        kind: 'spare',
        days: slackDays(dueFloat - workdaysBetween(finish, limitedFinish, calendar)),
        due: dueFor,
      };
}

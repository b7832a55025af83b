import type { Estimate } from '../../plan/estimate';
import type { Task } from '../../plan/model';
import { parentsOf } from '../../plan/parents';
import { median } from '../../base/statistics';
import { criteriaOf, MOST_DONE } from '../progress/criteria';

/**
 * Where the work left on a task comes from: its own `remaining`; its estimate without what is `spent`, without the
 * checked share of its acceptance criteria, or whole; the sum of its subtasks; or, where it has no estimate, what is
 * assumed. The spellings are part of the JSON output.
 */
export type RemainingSource = 'remaining' | 'spent' | 'criteria' | 'subtasks' | 'estimate' | 'assumed';

/** Work left on a task. */
export interface Remaining {
  /** Working days at full attention, greater than zero. */
  readonly days: number;
  readonly source: RemainingSource;
  /** Optimistic, most likely and pessimistic working days, when estimated in three points. */
  readonly three?: readonly [number, number, number];
}

/** The rules that decide how much work is left. */
export interface RemainingRules {
  /** Working hours of a day. */
  readonly hours: number;
  /** Working days that a point has taken; undefined while too few tasks are done to say. */
  readonly daysPerPoint?: number;
  /** Working days that a task without an estimate is taken to need. */
  readonly assumed: number;
}

/** So many tasks have to be estimated before their median says anything about the others. */
const ENOUGH_ESTIMATES = 5;

/**
 * What a task without an estimate is assumed to need: the median of the tasks that have one, from five on, else
 * the rule.
 */
export function assumedDays(tasks: readonly Task[], rules: RemainingRules): number {
  const known = tasks
    .map(({ estimate }) => estimate && daysOf(estimate.value, estimate.unit, rules))
    .filter((days): days is number => days !== undefined && days > 0);
  return (known.length >= ENOUGH_ESTIMATES ? median(known) : undefined) ?? rules.assumed;
}

/**
 * Work left on a task that is not done: its `remaining`; else its estimate without what is `spent`; else its estimate
 * without the checked share of its acceptance criteria; else its estimate. Time that passes takes nothing off. What is
 * worked out from the estimate is at least a tenth of it, and everything is at least an hour.
 *
 * Of 10 days with 1 of 4 criteria checked, 7.5 are left, today and in a month.
 * @param missing working days that a task without an estimate is taken to need
 */
export function remainingOf(
  task: Pick<Task, 'estimate' | 'remaining' | 'spent' | 'checklist'>,
  rules: RemainingRules,
  missing: number,
): Remaining {
  const hour = 1 / rules.hours;
  const convert = (value: Estimate | undefined): number | undefined =>
    value && daysOf(value.value, value.unit, rules);
  const own = convert(task.remaining);
  if (own !== undefined) {
    const days = Math.max(own, hour);
    const points = task.remaining?.three ?? task.estimate?.three;
    return { days, source: 'remaining', ...(points && { three: scaled(points, days) }) };
  }
  const estimate = convert(task.estimate);
  const whole = estimate ?? missing;
  const spent = estimate === undefined ? undefined : convert(task.spent);
  const { checked, total } = criteriaOf(task);
  const [left, source]: [number, RemainingSource] =
    spent !== undefined
      ? [whole - spent, 'spent']
      : checked > 0
        ? [whole * (1 - checked / total), 'criteria']
        : [whole, 'estimate'];
  const days = Math.max(left, whole * (1 - MOST_DONE), hour);
  if (estimate === undefined) {
    return { days, source: 'assumed' };
  }
  const three = task.estimate?.three;
  return { days, source, ...(three && { three: scaled(three, days) }) };
}

/**
 * The work left on every open task by uid: of those without subtasks by {@link remainingOf}, of the others what their
 * open subtasks have left together.
 * @param leaves open tasks without subtasks
 */
export function remainingWork(
  tasks: readonly Task[],
  leaves: readonly Task[],
  rules: RemainingRules,
): ReadonlyMap<string, Remaining> {
  const missing = assumedDays(tasks, rules);
  const found = new Map(leaves.map(task => [task.uid, remainingOf(task, rules, missing)]));
  const byKey = new Map(tasks.map(task => [task.key, task] as const).toReversed());
  for (const task of leaves) {
    const own = (found.get(task.uid) as Remaining).days;
    for (const { uid } of parentsOf(task, byKey)) {
      found.set(uid, { days: (found.get(uid)?.days ?? 0) + own, source: 'subtasks' });
    }
  }
  return found;
}

/** Three points whose mean (o + 4m + p) / 6 is the work left. */
function scaled([o, m, p]: readonly [number, number, number], days: number): [number, number, number] {
  const mean = (o + 4 * m + p) / 6;
  const factor = mean > 0 ? days / mean : 0;
  return mean > 0 ? [o * factor, m * factor, p * factor] : [days, days, days];
}

function daysOf(value: number, unit: Estimate['unit'], rules: RemainingRules): number | undefined {
  if (unit === 'hours') {
    return value / rules.hours;
  }
  return rules.daysPerPoint === undefined ? undefined : value * rules.daysPerPoint;
}

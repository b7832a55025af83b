import type { Estimate } from '../../plan/estimate';
import type { Task } from '../../plan/model';
import { median } from '../../base/statistics';

/** Where a remaining duration comes from. */
export type RemainingBasis = 'remaining' | 'spent' | 'started' | 'estimate' | 'assumed';

/** Work left on a task. */
export interface Remaining {
  /** Working days at full attention, greater than zero. */
  readonly days: number;
  readonly basis: RemainingBasis;
  /** Optimistic, most likely and pessimistic working days, when estimated in three points. */
  readonly three?: readonly [number, number, number];
}

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
/** As long as a task is not done, so much of its estimate is left at least. */
const LEAST_SHARE = 0.1;

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
 * Remaining = `remaining`, else estimate − spent, else estimate − working days since the observed start, else
 * the estimate; at least a tenth of the estimate and an hour.
 * @param missing working days of a task without an estimate
 * @param started working days since work was first seen; undefined when it was not, or its task is not active
 */
export function remainingOf(
  task: Pick<Task, 'estimate' | 'remaining' | 'spent'>,
  rules: RemainingRules,
  missing: number,
  started: number | undefined,
): Remaining {
  const hour = 1 / rules.hours;
  const convert = (value: Estimate | undefined): number | undefined =>
    value && daysOf(value.value, value.unit, rules);
  const estimate = convert(task.estimate);
  const left = convert(task.remaining);
  if (estimate === undefined && left === undefined) {
    return { days: Math.max(missing - (started ?? 0), missing * LEAST_SHARE, hour), basis: 'assumed' };
  }
  const spent = convert(task.spent);
  const whole = estimate ?? left ?? 0;
  const [days, basis] =
    left !== undefined
      ? ([left, 'remaining'] as const)
      : spent !== undefined
        ? ([whole - spent, 'spent'] as const)
        : started !== undefined
          ? ([whole - started, 'started'] as const)
          : ([whole, 'estimate'] as const);
  const atLeast = Math.max(days, whole * LEAST_SHARE, hour);
  const points = left === undefined ? task.estimate?.three : (task.remaining?.three ?? task.estimate?.three);
  return points ? { days: atLeast, basis, three: scaled(points, atLeast) } : { days: atLeast, basis };
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

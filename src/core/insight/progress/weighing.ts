import type { Estimate } from '../../plan/estimate';
import type { Task } from '../../plan/model';

/** How far a set of tasks is. Always shown with its counts. */
export interface Progress {
  /** Tasks in scope: dropped ones and those summed up by subtasks are not counted. */
  readonly total: number;
  readonly done: number;
  readonly dropped: number;
  /** 0–1. */
  readonly value: number;
  /** What a task weighs by: working time, points, or one each. */
  readonly unit: 'time' | 'points' | 'count';
  /** Tasks whose weight is assumed (the median of the others). */
  readonly assumed: number;
}

/** A set of tasks without subtasks, with what each of them weighs and how far it is, side by side. */
export interface Weighing {
  readonly tasks: readonly Task[];
  /** Whether a task does not count, mostly since it is dropped. */
  readonly isOut: (task: Task) => boolean;
  /** 0 for what is out. */
  readonly weights: readonly number[];
  /** 0–1. */
  readonly shares: readonly number[];
  readonly done: number;
  readonly dropped: number;
  readonly unit: Progress['unit'];
  readonly assumed: number;
}

/**
 * The unit is the one most tasks are estimated in (time, when it is even); a weight missing or in another unit
 * is the median of those; when fewer than half are estimated, each weighs 1.
 * @param values how far each task is, 0–1, by uid
 */
export function weigh(
  tasks: readonly Task[],
  values: ReadonlyMap<string, number>,
  isOut: Weighing['isOut'] = isDropped,
): Weighing {
  const inHours: number[] = [];
  const inPoints: number[] = [];
  let done = 0;
  let total = 0;
  for (const task of tasks) {
    if (!isOut(task)) {
      const { category, estimate } = task;
      total++;
      done += category === 'done' ? 1 : 0;
      if (estimate) {
        (estimate.unit === 'hours' ? inHours : inPoints).push(estimate.value);
      }
    }
  }
  const [unit, known] =
    inPoints.length > inHours.length ? (['points', inPoints] as const) : (['hours', inHours] as const);
  const estimated = inHours.length + inPoints.length;
  const weighed = estimated * 2 >= total && known.some(weight => weight > 0);
  const median = weighed && known.length < total ? medianOf(known) : 0;
  const weightOf = (task: Task): number => {
    const { estimate } = task;
    return isOut(task) ? 0 : !weighed ? 1 : estimate?.unit === unit ? estimate.value : median;
  };
  return {
    tasks,
    isOut,
    weights: tasks.map(weightOf),
    shares: tasks.map(({ uid }) => values.get(uid) ?? 0),
    done,
    dropped: tasks.length - total,
    unit: !weighed ? 'count' : unit === 'hours' ? 'time' : 'points',
    assumed: weighed ? total - known.length : 0,
  };
}

/**
 * Weighs tasks again after an edit has replaced some of them. Their weights are looked at anew only where the edit
 * changes what they are made from.
 */
export function weighAgain(
  before: Weighing,
  changed: readonly (readonly [before: Task, after: Task])[],
  values: ReadonlyMap<string, number>,
): Weighing {
  const tasks = [...before.tasks];
  const shares = before.shares.slice();
  let { done } = before;
  let same = true;
  for (const [old, now] of changed) {
    const place = tasks.indexOf(old);
    tasks[place] = now;
    shares[place] = values.get(now.uid) ?? 0;
    done += (now.category === 'done' ? 1 : 0) - (old.category === 'done' ? 1 : 0);
    same &&= before.isOut(old) === before.isOut(now) && isSameEstimate(old.estimate, now.estimate);
  }
  return same ? { ...before, tasks, shares, done } : weigh(tasks, values, before.isOut);
}

/** The weighted mean of a set of tasks. */
export function sumUp({ tasks, weights, shares, done, dropped, unit, assumed }: Weighing): Progress {
  let whole = 0;
  let reached = 0;
  for (let place = 0; place < weights.length; place++) {
    const weight = weights[place] as number;
    whole += weight;
    reached += weight * (shares[place] as number);
  }
  const value = whole === 0 ? 0 : reached / whole;
  return { total: tasks.length - dropped, done, dropped, value, unit, assumed };
}

const isDropped = ({ category }: Task): boolean => category === 'dropped';

function isSameEstimate(a: Estimate | undefined, b: Estimate | undefined): boolean {
  return a?.unit === b?.unit && a?.value === b?.value;
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? 0) + high) / 2;
}

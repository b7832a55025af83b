import { changedTasks } from '../plan/changedTasks';
import type { Plan, Task } from '../plan/model';
import { leftScope } from './leftScope';

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

export interface PlanProgress {
  readonly plan: Progress;
  /** By milestone key; tasks without a milestone under ''. */
  readonly milestones: ReadonlyMap<string, Progress>;
  /** By task uid, 0–1. */
  readonly tasks: ReadonlyMap<string, number>;
}

/**
 * How far each task, each milestone and the plan are. A task with subtasks sums them up: it has no weight of its own,
 * and its progress is theirs. What is open in a dropped milestone is out of the plan's scope; the milestone itself
 * keeps its count.
 * @param before the plan before an edit, so that what the edit leaves alone is not summed up again
 */
export function planProgress(
  plan: Plan,
  before?: { readonly plan: Plan; readonly progress: PlanProgress },
): PlanProgress {
  if (before?.plan === plan) {
    return before.progress;
  }
  return (before && progressAfterEdit(plan, before)) ?? progressOfAll(plan);
}

/** What an edit of tasks without subtasks and parents leaves of the progress before, with their own in it. */
function progressAfterEdit(
  plan: Plan,
  before: { readonly plan: Plan; readonly progress: PlanProgress },
): PlanProgress | undefined {
  const changed = changedTasks(before.plan, plan);
  if (!changed || before.plan.settings !== plan.settings || before.plan.milestones !== plan.milestones) {
    return undefined;
  }
  const summaries = parentsOf(plan);
  const alone = changed.every(
    ([old, now]) =>
      old.uid === now.uid &&
      old.milestone === now.milestone &&
      old.parent === undefined &&
      now.parent === undefined &&
      !summaries.has(now.key),
  );
  if (!alone) {
    return undefined;
  }
  const shares = shareOfStatus(plan);
  const values = new Map(before.progress.tasks);
  changed.forEach(([, task]) => values.set(task.uid, ownProgress(task, shares.get(task.status))));
  const counted = plan.tasks.filter(({ key }) => key === '' || !summaries.has(key));
  const milestones = new Map(before.progress.milestones);
  for (const touched of new Set(changed.map(([, { milestone }]) => milestone))) {
    const tasks = counted.filter(({ milestone }) => milestone === touched);
    milestones.set(touched ?? '', sumUp(tasks, values));
  }
  return { plan: sumUp(counted, values, leftScope(plan)), milestones, tasks: values };
}

// Plain loops from here on, since these run over all tasks at every keystroke.
function parentsOf({ tasks }: Plan): ReadonlySet<string> {
  const parents = new Set<string>();
  for (const { parent } of tasks) {
    if (parent !== undefined) {
      parents.add(parent);
    }
  }
  return parents;
}

function shareOfStatus({ settings }: Plan): ReadonlyMap<string, number | undefined> {
  return new Map(settings.statuses.map(({ name, progress }) => [name, progress]));
}

function progressOfAll(plan: Plan): PlanProgress {
  const children = new Map<string, Task[]>();
  for (const task of plan.tasks) {
    if (task.parent !== undefined) {
      append(children, task.parent, task);
    }
  }
  const isSummary = (task: Task) => task.key !== '' && children.has(task.key);
  const statusShare = shareOfStatus(plan);
  const own = (task: Task) => ownProgress(task, statusShare.get(task.status));

  const values = new Map<string, number>();
  for (const task of plan.tasks) {
    if (!isSummary(task)) {
      values.set(task.uid, own(task));
    }
  }
  const leaves = leavesBelow(plan.tasks, children);
  for (const task of plan.tasks.filter(isSummary)) {
    const below = leaves.get(task.key) ?? [];
    const sum = sumUp(below, values);
    values.set(task.uid, sum.total === 0 ? own(task) : sum.value);
  }

  const counted = plan.tasks.filter(task => !isSummary(task));
  const byMilestone = new Map<string, Task[]>(plan.milestones.map(({ key }) => [key, []]));
  counted.forEach(task => append(byMilestone, task.milestone ?? '', task));
  return {
    plan: sumUp(counted, values, leftScope(plan)),
    milestones: new Map([...byMilestone].map(([key, tasks]) => [key, sumUp(tasks, values)])),
    tasks: values,
  };
}

/**
 * The weighted mean over those of a set of tasks without subtasks that are in scope. The unit is the one most of them are estimated
 * in (time, when it is even); a weight missing or in another unit is the median of those; when fewer than
 * half are estimated, each weighs 1.
 */
function sumUp(
  tasks: readonly Task[],
  values: ReadonlyMap<string, number>,
  isOut: (task: Task) => boolean = isDropped,
): Progress {
  const inHours: number[] = [];
  const inPoints: number[] = [];
  let total = 0;
  let done = 0;
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
  const [unit, weights] =
    inPoints.length > inHours.length ? (['points', inPoints] as const) : (['hours', inHours] as const);
  const estimated = inHours.length + inPoints.length;
  const weighed = estimated * 2 >= total && weights.some(weight => weight > 0);
  const median = weighed && weights.length < total ? medianOf(weights) : 0;
  let whole = 0;
  let reached = 0;
  for (const task of tasks) {
    if (!isOut(task)) {
      const { uid, estimate } = task;
      const weight = !weighed ? 1 : estimate?.unit === unit ? estimate.value : median;
      whole += weight;
      reached += weight * (values.get(uid) ?? 0);
    }
  }
  return {
    total,
    done,
    dropped: tasks.length - total,
    value: whole === 0 ? 0 : reached / whole,
    unit: !weighed ? 'count' : unit === 'hours' ? 'time' : 'points',
    assumed: weighed ? total - weights.length : 0,
  };
}

const isDropped = ({ category }: Task): boolean => category === 'dropped';

/** Done is 1; else the checked share of the acceptance criteria, else what the status says, at most 0.9. */
function ownProgress(task: Task, ofStatus: number | undefined): number {
  if (task.category === 'done') {
    return 1;
  }
  if (task.category === 'dropped') {
    return 0;
  }
  const criteria = task.checklist.filter(({ list }) => list === 'criteria');
  const checked = criteria.filter(({ checked }) => checked).length;
  return Math.min(0.9, criteria.length > 0 ? checked / criteria.length : (ofStatus ?? 0));
}

/** For every task with subtasks, the tasks at the ends of the branches below it. */
function leavesBelow(
  tasks: readonly Task[],
  children: ReadonlyMap<string, readonly Task[]>,
): ReadonlyMap<string, readonly Task[]> {
  const byKey = new Map(tasks.map(task => [task.key, task] as const).toReversed());
  const leaves = new Map<string, Task[]>();
  for (const task of tasks.filter(({ key }) => key === '' || !children.has(key))) {
    const passed = new Set<string>();
    for (let at = task.parent; at !== undefined && !passed.has(at); at = byKey.get(at)?.parent) {
      passed.add(at);
      append(leaves, at, task);
    }
  }
  return leaves;
}

function append(lists: Map<string, Task[]>, key: string, task: Task): void {
  const list = lists.get(key) ?? [];
  list.push(task);
  lists.set(key, list);
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? 0) + high) / 2;
}

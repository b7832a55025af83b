import { amended } from '../../evidence/graph/layeredMap';
import { compact } from '../../base/lists';
import { changedTasks } from '../../plan/changedTasks';
import type { Plan, Task } from '../../plan/model';
import { parentsOf } from '../../plan/parents';
import { criteriaOf, MOST_DONE } from './criteria';
import { leftScope } from './leftScope';
import type { Steps } from '../../base/steps';
import { finish } from '../../base/steps';
import { sumUp, weigh, weighAgain } from './weighing';
import type { Progress, Weighing } from './weighing';

/** How far a plan, its milestones and its tasks are. */
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
export function* progressSteps(
  plan: Plan,
  before?: { readonly plan: Plan; readonly progress: PlanProgress },
): Steps<PlanProgress> {
  if (before?.plan === plan) {
    return before.progress;
  }
  return (before && progressAfterEdit(plan, before)) ?? (yield* progressOfAll(plan));
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
  const last = sums.get(before.progress);
  const alone =
    last !== undefined &&
    changed.every(
      ([old, now]) =>
        old.uid === now.uid &&
        old.milestone === now.milestone &&
        old.parent === undefined &&
        now.parent === undefined &&
        !last.summaries.has(now.key),
    );
  if (!alone) {
    return undefined;
  }
  const shares = shareOfStatus(plan);
  const own = changed.map(([, task]) => [task.uid, ownProgress(task, shares.get(task.status))] as const);
  const values = finish(amended(before.progress.tasks, new Map(own)));
  const groups = new Map(last.groups);
  for (const touched of new Set(changed.map(([{ milestone = '' }]) => milestone))) {
    const ofGroup = changed.filter(([{ milestone = '' }]) => milestone === touched);
    groups.set(touched, weighAgain(groups.get(touched) as Weighing, ofGroup, values));
  }
  return summed({ summaries: last.summaries, all: weighAgain(last.all, changed, values), groups }, values);
}

/** What a plan's progress is made of. */
interface Sums {
  /** Keys of the tasks that are summed up by their subtasks. */
  readonly summaries: ReadonlySet<string>;
  readonly all: Weighing;
  /** By milestone key; tasks without a milestone under ''. */
  readonly groups: ReadonlyMap<string, Weighing>;
}

/** An edit leaves nearly all of it what it was. */
const sums = new WeakMap<PlanProgress, Sums>();

function summed(of: Sums, values: ReadonlyMap<string, number>): PlanProgress {
  const milestones = new Map([...of.groups].map(([key, group]) => [key, sumUp(group)]));
  const progress = { plan: sumUp(of.all), milestones, tasks: values };
  sums.set(progress, of);
  return progress;
}

function shareOfStatus({ settings }: Plan): ReadonlyMap<string, number | undefined> {
  return new Map(settings.statuses.map(({ name, progress }) => [name, progress]));
}

function* progressOfAll(plan: Plan): Steps<PlanProgress> {
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
  yield;
  const leaves = leavesBelow(plan.tasks, children);
  for (const task of plan.tasks.filter(isSummary)) {
    const below = leaves.get(task.key) ?? [];
    const sum = sumUp(weigh(below, values));
    values.set(task.uid, sum.total === 0 ? own(task) : sum.value);
  }
  yield;

  const counted = plan.tasks.filter(task => !isSummary(task));
  const byMilestone = new Map<string, Task[]>(plan.milestones.map(({ key }) => [key, []]));
  counted.forEach(task => append(byMilestone, task.milestone ?? '', task));
  yield;
  const groups = new Map<string, Weighing>();
  for (const [key, tasks] of byMilestone) {
    groups.set(key, weigh(compact(tasks), values));
    yield;
  }
  const all = weigh(counted, values, leftScope(plan));
  yield;
  return summed({ summaries: new Set(children.keys()), all, groups }, values);
}

/** Done is 1; else the checked share of the acceptance criteria, else what the status says, at most 0.9. */
function ownProgress(task: Task, ofStatus: number | undefined): number {
  if (task.category === 'done') {
    return 1;
  }
  if (task.category === 'dropped') {
    return 0;
  }
  const { checked, total } = criteriaOf(task);
  return Math.min(MOST_DONE, total > 0 ? checked / total : (ofStatus ?? 0));
}

/** For every task with subtasks, the tasks at the ends of the branches below it. */
function leavesBelow(
  tasks: readonly Task[],
  children: ReadonlyMap<string, readonly Task[]>,
): ReadonlyMap<string, readonly Task[]> {
  const leaves = new Map<string, Task[]>();
  if (children.size === 0) {
    return leaves;
  }
  const byKey = new Map(tasks.map(task => [task.key, task] as const).toReversed());
  for (const task of tasks.filter(({ key }) => key === '' || !children.has(key))) {
    parentsOf(task, byKey).forEach(({ key }) => append(leaves, key, task));
  }
  return leaves;
}

function append(lists: Map<string, Task[]>, key: string, task: Task): void {
  const list = lists.get(key) ?? [];
  list.push(task);
  lists.set(key, list);
}

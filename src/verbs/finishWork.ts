import type { Change } from '../core/plan/change';
import { isOver } from '../core/plan/category';
import type { ChecklistItem, Plan, Task } from '../core/plan/model';
import { currentBranchOf } from './startWork';
import { nameOf } from '../core/plan/nameOf';
import { findItem, type ItemName } from './findItem';
import { findPlan } from './findPlan';
import { set, type Changed } from './set';
import { categoryChanges } from './setCategory';
import type { Outcome, Reading, Writing } from './verb';

/** A task that can be finished, and what speaks against it. */
export interface Finishable {
  readonly plan: Plan;
  readonly task: Task;
  /** Boxes of its acceptance criteria and its definition of done that are not ticked; of a line, all boxes below it. */
  readonly open: readonly ChecklistItem[];
  /** Tasks below it that are not over. */
  readonly subtasks: readonly Task[];
  /** `Repo.top`; undefined where the plan lies in no repository. */
  readonly repo?: string;
  /** The branch that is checked out. */
  readonly branch?: string;
}

/** The work that is over. */
export interface FinishedWork {
  readonly task: Task;
  readonly changed: readonly Changed[];
}

/** The open tasks that the checked-out branches are named after, in the order of their plans. */
export function tasksOfBranches({ store: { snapshot } }: Reading): readonly {
  readonly plan: Plan;
  readonly task: Task;
}[] {
  return snapshot.plans.flatMap(({ plan, evidence, repo: top }) => {
    const branch = currentBranchOf(snapshot, top);
    const own = new Set(
      (evidence?.branches ?? [])
        .filter(link => link.branch === branch && link.strength === 'works-on')
        .map(({ task }) => task),
    );
    const tasks = branch === undefined ? [] : plan.tasks.filter(({ key }) => own.has(key));
    return tasks.filter(({ category }) => !isOver(category)).map(task => ({ plan, task }));
  });
}

/**
 * A task, and what of it is still open.
 * @param name without it, the one open task of the branch that is checked out; it fails where there is no single one
 */
export function finishable(reading: Reading, name?: ItemName): Outcome<Finishable> {
  const found = name === undefined ? taskOfBranch(reading) : findItem(reading.store.snapshot, name);
  if (!found.ok) {
    return found;
  }
  const { plan, item: task } = found.value;
  if (task.kind !== 'task') {
    return { ok: false, problem: { code: 'not-a-task', args: [nameOf(task)] } };
  }
  const { snapshot } = reading.store;
  const repo = findPlan(snapshot, plan.uid)?.repo?.top;
  const branch = currentBranchOf(snapshot, repo);
  const open = task.checklist.filter(({ list, checked }) => (list !== 'other' || task.inline) && !checked);
  const subtasks = plan.tasks.filter(({ parent, category }) => parent === task.key && !isOver(category));
  const where = { ...(repo !== undefined && { repo }), ...(branch !== undefined && { branch }) };
  return { ok: true, value: { plan, task, open, subtasks, ...where } };
}

function taskOfBranch(reading: Reading): Outcome<{ readonly plan: Plan; readonly item: Task }> {
  const [first, ...others] = tasksOfBranches(reading);
  if (first && others.length === 0) {
    return { ok: true, value: { plan: first.plan, item: first.task } };
  }
  const ids = [first, ...others].flatMap(one => (one ? [one.task.id] : []));
  return { ok: false, problem: { code: 'no-task-of-branch', args: [ids.join(', ')] } };
}

/**
 * Says that the work on a task is over: it is done, by the same edit as where somebody sets its status.
 * @param tick whether its open criteria are ticked by that edit, too
 */
export async function finishWork(
  writing: Writing,
  { item, tick }: { readonly item?: ItemName | undefined; readonly tick: boolean },
): Promise<Outcome<FinishedWork>> {
  const found = finishable(writing, item);
  if (!found.ok) {
    return found;
  }
  const { plan, task, open } = found.value;
  const done = categoryChanges(plan, task, 'done');
  if (done.length === 0) {
    return { ok: false, problem: { code: 'no-such-status', args: [plan.name, 'done'] } };
  }
  const ticks = (tick ? open : []).map(({ line, text }): Change => ({
    ...{ kind: 'tick', line, text, checked: true },
  }));
  const ref = { plan: plan.uid, kind: task.kind, uid: task.uid };
  const status = task.category === 'done' ? [] : done;
  const changes = [...ticks, ...status];
  const changed = changes.length > 0 ? await set(writing, [{ item: ref, changes }]) : undefined;
  return !changed || changed.ok ? { ok: true, value: { task, changed: changed?.value ?? [] } } : changed;
}

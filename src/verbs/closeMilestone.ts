import type { Milestone, Plan, Task } from '../core/plan/model';
import { isOver } from '../core/plan/category';
import { moveTask, placeNamed } from './moveTask';
import { set, settable, wishesFor, type Changed, type SetWish } from './set';
import { categoryChanges } from './setCategory';
import type { Outcome, Writing } from './verb';

/** What becomes of the open tasks of a milestone: they stay, go to another milestone (its id), or are dropped. */
export type OpenTasks =
  { readonly kind: 'leave' } | { readonly kind: 'move'; readonly to: string } | { readonly kind: 'drop' };

/** The open tasks of a milestone. */
export function openTasksOf({ tasks }: Plan, { key }: Milestone): readonly Task[] {
  return tasks.filter(({ milestone, category }) => milestone === key && !isOver(category));
}

/** Closes a milestone, and settles its open tasks. It fails where the plan cannot say so. */
export async function closeMilestone(
  writing: Writing,
  { plan, milestone, rest }: { readonly plan: Plan; readonly milestone: Milestone; readonly rest: OpenTasks },
): Promise<Outcome<readonly Changed[]>> {
  const tasks = rest.kind === 'leave' ? [] : openTasksOf(plan, milestone);
  const dropped =
    rest.kind === 'drop' ? wishesFor(plan, tasks, task => categoryChanges(plan, task, 'dropped')) : [];
  const closed = wishesFor(plan, [milestone], one => categoryChanges(plan, one, 'done'));
  const wishes = [...dropped, ...closed];
  if (wishes.some(({ changes }) => changes.length === 0)) {
    return { ok: false, problem: { code: 'no-such-status', args: [plan.name, 'dropped'] } };
  }
  const moved = rest.kind === 'move' ? await moveAway(writing, plan, tasks, rest.to, wishes) : undefined;
  if (moved && !moved.ok) {
    return moved;
  }
  const changed = await set(writing, wishes);
  return changed.ok && moved ? { ok: true, value: [moved.value, ...changed.value] } : changed;
}

/** Moves tasks, unless what follows would be refused. */
async function moveAway(
  writing: Writing,
  plan: Plan,
  tasks: readonly Task[],
  to: string,
  wishes: readonly SetWish[],
): Promise<Outcome<Changed>> {
  for (const wish of wishes) {
    const able = await settable(writing, wish);
    if (!able.ok) {
      return able;
    }
  }
  return moveTask(writing, { plan, tasks, to: placeNamed(plan, to) });
}

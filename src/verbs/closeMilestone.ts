import type { Milestone, Plan, Task } from '../core/plan/model';
import { isOver } from '../core/plan/category';
import { set, wishesFor, type Changed } from './set';
import { categoryChanges } from './setCategory';
import type { Outcome, Writing } from './verb';

/** What becomes of the open tasks of a milestone: they stay, go to another milestone (its id), or are dropped. */
export type OpenTasks =
  { readonly kind: 'leave' } | { readonly kind: 'move'; readonly to: string } | { readonly kind: 'drop' };

/** The open tasks of a milestone. */
export function openTasksOf({ tasks }: Plan, { key }: Milestone): readonly Task[] {
  return tasks.filter(({ milestone, category }) => milestone === key && !isOver(category));
}

/** Closes a milestone, and settles its open tasks by the same edit. It fails where the plan cannot say so. */
export async function closeMilestone(
  writing: Writing,
  { plan, milestone, rest }: { readonly plan: Plan; readonly milestone: Milestone; readonly rest: OpenTasks },
): Promise<Outcome<readonly Changed[]>> {
  const tasks = rest.kind === 'leave' ? [] : openTasksOf(plan, milestone);
  const wishes = [
    ...wishesFor(plan, tasks, task =>
      rest.kind === 'move'
        ? [{ kind: 'set', field: 'milestone', value: rest.to }]
        : categoryChanges(plan, task, 'dropped'),
    ),
    ...wishesFor(plan, [milestone], one => categoryChanges(plan, one, 'done')),
  ];
  return wishes.every(({ changes }) => changes.length > 0)
    ? set(writing, wishes)
    : { ok: false, problem: { code: 'no-such-status', args: [plan.name, 'dropped'] } };
}

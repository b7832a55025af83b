import type { Change } from '../core/plan/change';
import type { Milestone, Plan, Task } from '../core/plan/model';
import { isOver } from '../core/plan/category';
import { set, type Changed } from './set';
import { categoryChange } from './setCategory';
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
  const changes: { item: Task | Milestone; change: Change }[] = [
    { item: milestone, change: { kind: 'set', field: 'status', value: 'done' } },
  ];
  for (const item of rest.kind === 'leave' ? [] : openTasksOf(plan, milestone)) {
    const change: Change | undefined =
      rest.kind === 'move'
        ? { kind: 'set', field: 'milestone', value: rest.to }
        : categoryChange(plan, item, 'dropped');
    if (!change) {
      return { ok: false, problem: { code: 'no-such-status', args: [plan.name, 'dropped'] } };
    }
    changes.push({ item, change });
  }
  return set(
    writing,
    changes.map(({ item: { kind, uid }, change }) => ({
      item: { plan: plan.uid, kind, uid },
      changes: [change],
    })),
  );
}

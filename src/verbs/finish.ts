import type { Change } from '../core/plan/change';
import type { Item, Milestone, Task } from '../core/plan/model';
import { isOver } from '../core/plan/category';
import { set, type Changed, type SetWish } from './set';
import type { ItemsOfPlan } from './itemsOfPlan';
import type { Outcome, Writing } from './verb';

/** The open tasks of a milestone. */
export function openTasksOf(
  { facts: { plan } }: Pick<ItemsOfPlan, 'facts'>,
  { key }: Milestone,
): readonly Task[] {
  return plan.tasks.filter(({ milestone, category }) => milestone === key && !isOver(category));
}

/** What becomes of the open tasks of a milestone that is closed: nothing, another milestone (its id), or dropped. */
export type Rest =
  { readonly kind: 'leave' } | { readonly kind: 'move'; readonly to: string } | { readonly kind: 'drop' };

/** Closes a milestone, and settles its open tasks by the same edit. */
export async function closeMilestone(
  writing: Writing,
  chosen: Pick<ItemsOfPlan, 'facts'>,
  milestone: Milestone,
  rest: Rest,
): Promise<Outcome<readonly Changed[]>> {
  const { plan } = chosen.facts;
  const changeOf = (task: Task): readonly Change[] => {
    switch (rest.kind) {
      case 'leave':
        return [];
      case 'move':
        return [{ kind: 'set', field: 'milestone', value: rest.to }];
      case 'drop':
        return dropChanges(chosen, task);
    }
  };
  const tasks = rest.kind === 'leave' ? [] : openTasksOf(chosen, milestone);
  return set(writing, [
    ...tasks.map(task => wish(plan.uid, task, changeOf(task))),
    wish(plan.uid, milestone, [{ kind: 'set', field: 'status', value: 'done' }]),
  ]);
}

/** Says of items that they will not be done: tasks and milestones are dropped, risks closed. */
export async function drop(writing: Writing, chosen: ItemsOfPlan): Promise<Outcome<readonly Changed[]>> {
  const without = chosen.items.some(item => dropChanges(chosen, item).length === 0);
  return without
    ? { ok: false, problem: { code: 'no-dropped-status', args: [chosen.facts.plan.name] } }
    : set(
        writing,
        chosen.items.map(item => wish(chosen.facts.plan.uid, item, dropChanges(chosen, item))),
      );
}

/** None where the plan has no status for tasks that are dropped. */
function dropChanges({ facts: { plan } }: Pick<ItemsOfPlan, 'facts'>, { kind }: Item): readonly Change[] {
  const value =
    kind === 'task'
      ? plan.settings.statuses.find(({ category }) => category === 'dropped')?.name
      : kind === 'milestone'
        ? 'dropped'
        : 'closed';
  return value === undefined ? [] : [{ kind: 'set', field: 'status', value }];
}

function wish(plan: string, { kind, uid }: Item, changes: readonly Change[]): SetWish {
  return { item: { plan, kind, uid }, changes };
}

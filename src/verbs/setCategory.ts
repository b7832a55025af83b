import type { Category } from '../core/plan/category';
import type { Change } from '../core/plan/change';
import type { Item, Plan } from '../core/plan/model';
import type { ItemsOfPlan } from './itemsOfPlan';
import { set, wishesFor, type Changed } from './set';
import type { Outcome, Writing } from './verb';

/** How far items can be said to be, whatever their plan calls its statuses. */
export type SettableCategory = Extract<Category, 'active' | 'done' | 'dropped'>;

/**
 * Says how far items are: of a task by the first status of its plan that means so, of a milestone by its own word, of a
 * risk by closing it. It fails where the plan has no such status.
 */
export async function setCategory(
  writing: Writing,
  { facts: { plan }, items }: ItemsOfPlan,
  category: SettableCategory,
): Promise<Outcome<readonly Changed[]>> {
  const wishes = wishesFor(plan, items, item => categoryChanges(plan, item, category));
  return wishes.every(({ changes }) => changes.length > 0)
    ? set(writing, wishes)
    : { ok: false, problem: { code: 'no-such-status', args: [plan.name, category] } };
}

/** What says of an item how far it is; nothing where its plan has no status for that. */
export function categoryChanges(
  { settings }: Pick<Plan, 'settings'>,
  { kind }: Pick<Item, 'kind'>,
  category: SettableCategory,
): readonly Change[] {
  const value =
    kind === 'task'
      ? settings.statuses.find(one => one.category === category)?.name
      : kind === 'milestone' || category !== 'dropped'
        ? category
        : 'closed';
  return value === undefined ? [] : [{ kind: 'set', field: 'status', value }];
}

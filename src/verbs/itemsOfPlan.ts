import type { Item } from '../core/plan/model';
import type { PlanFacts } from '../core/snapshot';
import type { ItemRef } from '../app/store';
import { findItem } from './findItem';
import { findPlan } from './findPlan';
import type { Outcome, Reading } from './verb';

/** Items of one plan, and what is known about it. */
export interface ItemsOfPlan {
  readonly facts: PlanFacts;
  /** At least one. */
  readonly items: readonly [Item, ...Item[]];
}

/**
 * Items by their plan. A gesture asks for each plan on its own, since statuses, milestones and people are a plan's own.
 * It fails at the first item that is gone.
 */
export function itemsOfPlans(
  { store: { snapshot } }: Reading,
  refs: readonly ItemRef[],
): Outcome<readonly ItemsOfPlan[]> {
  const byPlan = new Map<string, [Item, ...Item[]]>();
  for (const ref of refs) {
    const found = findItem(snapshot, ref);
    if (!found.ok) {
      return found;
    }
    const { plan, item } = found.value;
    const items = byPlan.get(plan.uid);
    if (!items) {
      byPlan.set(plan.uid, [item]);
    } else if (!items.includes(item)) {
      items.push(item);
    }
  }
  const value = [...byPlan].flatMap(([uid, items]): ItemsOfPlan[] => {
    const facts = findPlan(snapshot, uid)?.facts;
    return facts ? [{ facts, items }] : [];
  });
  return { ok: true, value };
}

import type { Item, Plan } from './model';
import type { Dismissal } from './dismissal';
import { keyFinder } from './otherIds';

type Dismissing = Pick<Plan, 'milestones' | 'settings' | 'otherIds'>;

const known = new WeakMap<Dismissing, ReadonlyMap<string, readonly Dismissal[]>>();

/**
 * What the files of a plan dismiss about an item: its own, and entries that name it in the file of a milestone or in
 * project.md, for items that are one line of a file, or stand in a format that cannot hold it.
 */
export function dismissalsOf(plan: Dismissing, { dismissed, key }: Item): readonly Dismissal[] {
  const own = dismissed.filter(({ item }) => !item);
  const named = key === '' ? undefined : byName(plan).get(key);
  return named ? [...own, ...named] : own;
}

/** Whether a finding about an item is not to be shown. */
export function isDismissed(plan: Dismissing, item: Item, code: string): boolean {
  return dismissalsOf(plan, item).some(({ finding }) => finding === code);
}

/** Entries that name their item, by its key. */
function byName(plan: Dismissing): ReadonlyMap<string, readonly Dismissal[]> {
  let found = known.get(plan);
  if (!found) {
    const keyOf = keyFinder(plan);
    const entries = new Map<string, Dismissal[]>();
    for (const entry of [
      ...plan.settings.dismissed,
      ...plan.milestones.flatMap(({ dismissed }) => dismissed),
    ]) {
      if (entry.item) {
        const key = keyOf(entry.item.text);
        entries.set(key, [...(entries.get(key) ?? []), entry]);
      }
    }
    found = entries;
    known.set(plan, found);
  }
  return found;
}

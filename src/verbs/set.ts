import type { Change } from '../core/plan/change';
import type { Field } from '../core/plan/fields/fields';
import { fieldsOf } from '../core/plan/fields/valueFields';
import type { Item } from '../core/plan/model';
import { findItem, type ItemName } from './findItem';
import type { Outcome, Writing, Written } from './verb';

/** A changed item, and the edit that changed it: one of no edits where it was like that already. */
export interface Changed extends Written {
  /** As it was before. */
  readonly item: Item;
}

/** All fields that can be set, of each kind of item; one that several kinds have comes several times. */
export const SETTABLE_FIELDS: readonly Field[] = (['task', 'milestone', 'risk'] as const)
  .flatMap(fieldsOf)
  .filter(({ kind, list }) => kind ?? list);

/** Makes changes to one item, as one edit of its file. */
export async function set(
  { store, write }: Writing,
  { item: name, changes }: { readonly item: ItemName; readonly changes: readonly Change[] },
): Promise<Outcome<Changed>> {
  const found = findItem(store.snapshot, name);
  if (!found.ok) {
    return found;
  }
  const { plan, item } = found.value;
  const ref = { plan: plan.uid, kind: item.kind, uid: item.uid };
  const written = await write(() => store.planEdit(ref, changes));
  return written.ok ? { ok: true, value: { ...written.value, item } } : written;
}

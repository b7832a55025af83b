import type { Change } from '../core/plan/change';
import type { Field } from '../core/plan/fields/fields';
import { fieldsOf } from '../core/plan/fields/valueFields';
import type { Item, Plan } from '../core/plan/model';
import { findItem, type FoundItem, type ItemName } from './findItem';
import type { Outcome, Reading, Writing, Written } from './verb';

/** An item, and what it is to become. */
export interface SetWish {
  readonly item: ItemName;
  readonly changes: readonly Change[];
}

/** All fields that can be set, of each kind of item; one that several kinds have comes several times. */
export const SETTABLE_FIELDS: readonly Field[] = (['task', 'milestone', 'risk'] as const)
  .flatMap(fieldsOf)
  .filter(({ kind, list }) => kind ?? list);

/** The names of the fields of a kind of item that can be set. */
export function settableNames(kind: Item['kind']): readonly string[] {
  const fields = fieldsOf(kind).filter(({ kind: values, list }) => values ?? list);
  return fields.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
}

/** Items of a plan, and the one edit that has changed them: one of no files where they were like that already. */
export interface Changed extends Written {
  /** As they were before. */
  readonly items: readonly Item[];
}

/**
 * Changes items, those of a plan by one edit, which is made as a whole or not at all.
 * @returns an edit for each plan; it fails at the first that is refused
 */
export async function set(
  { store, write }: Writing,
  wishes: readonly SetWish[],
): Promise<Outcome<readonly Changed[]>> {
  const byPlan = new Map<string, (FoundItem & Pick<SetWish, 'changes'>)[]>();
  for (const { item, changes } of wishes) {
    const found = findItem(store.snapshot, item);
    if (!found.ok) {
      return found;
    }
    const { uid } = found.value.plan;
    byPlan.set(uid, [...(byPlan.get(uid) ?? []), { ...found.value, changes }]);
  }
  const changed: Changed[] = [];
  for (const [plan, found] of byPlan) {
    const asked = found.map(({ item: { kind, uid }, changes }) => ({ item: { plan, kind, uid }, changes }));
    const written = await write(() => store.planEdit(plan, asked));
    if (!written.ok) {
      return written;
    }
    changed.push({ ...written.value, items: [...new Set(found.map(({ item }) => item))] });
  }
  return { ok: true, value: changed };
}

/** The item that can be changed so. It fails where its format has no place for that, so that nobody is asked in vain. */
export async function settable({ store }: Reading, { item: name, changes }: SetWish): Promise<Outcome<Item>> {
  const found = findItem(store.snapshot, name);
  if (!found.ok) {
    return found;
  }
  const { plan, item } = found.value;
  const ref = { plan: plan.uid, kind: item.kind, uid: item.uid };
  const planned = await store.planEdit(plan.uid, [{ item: ref, changes }]);
  return planned.ok ? { ok: true, value: item } : { ok: false, problem: planned.refusal };
}

/** The wish to change items of one plan, each in its own way. */
export function wishesFor<I extends Item>(
  { uid: plan }: Pick<Plan, 'uid'>,
  items: readonly I[],
  changesOf: (item: I) => readonly Change[],
): readonly SetWish[] {
  return items.map(item => ({ item: { plan, kind: item.kind, uid: item.uid }, changes: changesOf(item) }));
}

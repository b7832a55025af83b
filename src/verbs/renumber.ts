import type { Item } from '../core/plan/model';
import { findItem, type FoundItem, type ItemName } from './findItem';
import type { Outcome, Reading, Writing, Written } from './verb';

/** A task or a risk, and the id that it shall have; without one the next that is free. */
export interface RenumberWish {
  readonly item: ItemName;
  readonly id?: string | undefined;
}

/** The edit that renames an item for whoever applies it, or why there is none. */
export type RenameOutcome = Awaited<ReturnType<Reading['store']['planRenumber']>>;

/** An item that has another id now, and the edit of all files that name it. */
export interface Renumbered extends Written {
  /** As it was before. */
  readonly item: Item;
  readonly id: string;
}

/**
 * Gives an item another id wherever its plan names it. Branches and links to commits keep the former one, which does
 * not become an other id of the item: it belongs to another one.
 */
export async function renumber({ store, write }: Writing, wish: RenumberWish): Promise<Outcome<Renumbered>> {
  const found = findItem(store.snapshot, wish.item);
  if (!found.ok) {
    return found;
  }
  const { plan, item } = found.value;
  const ref = { plan: plan.uid, kind: item.kind, uid: item.uid };
  let { id = '' } = wish;
  const written = await write(async () => {
    const planned = await store.planRenumber(ref, wish.id);
    id = planned.ok ? planned.id : id;
    return planned;
  });
  return written.ok ? { ok: true, value: { ...written.value, item, id } } : written;
}

/** The next id for an item that no branch and no working tree has. It fails where the item cannot get another one. */
export async function nextIdFor({ store }: Reading, name: ItemName): Promise<Outcome<string>> {
  const found = findItem(store.snapshot, name);
  if (!found.ok) {
    return found;
  }
  const { plan, item } = found.value;
  const planned = await store.planRenumber({ plan: plan.uid, kind: item.kind, uid: item.uid });
  return planned.ok ? { ok: true, value: planned.id } : { ok: false, problem: planned.refusal };
}

/**
 * The edit that gives an item another id wherever its plan names it, in prose, too. The former one becomes an other id
 * of the item, so that its commits stay.
 */
export function planRename(
  { store }: Reading,
  { plan, item }: FoundItem,
  id: string,
): Promise<RenameOutcome> {
  return store.planRenumber({ plan: plan.uid, kind: item.kind, uid: item.uid }, id, 'kept');
}

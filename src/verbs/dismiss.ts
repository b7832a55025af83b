import { dismissalPlace } from '../core/formats/dismissalPlace';
import type { Item } from '../core/plan/model';
import { findItem, type ItemName } from './findItem';
import { set, type Changed, type SetWish } from './set';
import type { Outcome, Reading, Writing } from './verb';

/** A finding by its code, such as `overdue`, and the item that it is about. */
export interface FindingName {
  readonly item: ItemName;
  readonly finding: string;
}

/** A finding, and why it does not apply. */
export interface DismissWish extends FindingName {
  readonly reason: string;
}

/** Dismisses findings of items, each in the file that has a place for it. */
export function dismiss(
  writing: Writing,
  wishes: readonly DismissWish[],
): Promise<Outcome<readonly Changed[]>> {
  const asked = wishes.map(({ item, finding, reason }): SetWish => {
    return { item, changes: [{ kind: 'dismiss', finding, reason }] };
  });
  return set(writing, asked);
}

/** The item whose finding can be dismissed. It fails where that has no place, so that nobody gives a reason in vain. */
export function dismissible(
  { store: { snapshot } }: Reading,
  { item: name, finding }: FindingName,
): Outcome<Item> {
  const found = findItem(snapshot, name);
  if (!found.ok) {
    return found;
  }
  const { plan, item } = found.value;
  const place = dismissalPlace(plan, item, finding);
  return place.ok ? { ok: true, value: item } : { ok: false, problem: place.refusal };
}

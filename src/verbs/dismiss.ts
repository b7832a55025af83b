import type { ItemName } from './findItem';
import { set, type Changed } from './set';
import type { Outcome, Writing } from './verb';

/** A finding by its code, such as `overdue`, the item that it is about, and why it does not apply. */
export interface DismissWish {
  readonly item: ItemName;
  readonly finding: string;
  readonly reason: string;
}

/** Dismisses a finding of an item, in the file that has a place for it. */
export function dismiss(writing: Writing, { item, finding, reason }: DismissWish): Promise<Outcome<Changed>> {
  return set(writing, { item, changes: [{ kind: 'dismiss', finding, reason }] });
}

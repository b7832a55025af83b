import type { ItemWish } from '../app/store';
import type { Outcome, Writing, Written } from './verb';

/** A new item, and where it stands. */
export interface Added extends Written {
  /** Zero-based. */
  readonly line: number;
}

/** Adds a task, a milestone or a risk to a plan, with an id that no branch and no working tree has. */
export async function newItem({ store, write }: Writing, wish: ItemWish): Promise<Outcome<Added>> {
  let line = 0;
  const written = await write(async () => {
    const planned = await store.planNewItem(wish);
    line = planned.ok ? planned.line : 0;
    return planned;
  });
  return written.ok ? { ok: true, value: { ...written.value, line } } : written;
}

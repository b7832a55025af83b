import { findItem, type ItemName } from './findItem';
import type { Reading } from './verb';

/** `APP-12 Title` of each item that is there, on one line. */
export function reference(
  { store: { snapshot } }: Reading,
  { items }: { readonly items: readonly ItemName[] },
): readonly string[] {
  return items.flatMap(name => {
    const found = findItem(snapshot, name);
    return found.ok ? [`${found.value.item.id} ${found.value.item.title}`.replace(/\s+/g, ' ').trim()] : [];
  });
}

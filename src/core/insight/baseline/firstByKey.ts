/** In their order, the first of those that share a key; without those that have none. */
export function firstByKey<T extends { readonly key: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const item of items) {
    if (item.key !== '' && !found.has(item.key)) {
      found.set(item.key, item);
    }
  }
  return found;
}

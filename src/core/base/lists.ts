/** The one empty list of everything that is kept many times. */
export const NONE: readonly never[] = [];

/**
 * A list to keep: one that was filled one by one has room for sixteen more, and a hundred thousand items have many
 * lists. An empty one is {@link NONE}.
 */
export function compact<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NONE : list.slice();
}

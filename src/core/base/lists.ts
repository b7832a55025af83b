/** The one empty list of everything that is kept many times. */
export const EMPTY_LIST: readonly never[] = [];

/**
 * A list to keep: one that was filled one by one has room for sixteen more, and a hundred thousand items have many
 * lists. An empty one is {@link EMPTY_LIST}.
 */
export function compact<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? EMPTY_LIST : list.slice();
}

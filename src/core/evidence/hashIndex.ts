/** Finds commits by a prefix of their hash. */
export interface HashIndex {
  /** The one commit whose hash starts with `prefix`; undefined when there is none or more than one. */
  find(prefix: string): string | undefined;
}

/** Sorts the hashes at the first look-up; each look-up is a binary search. */
export function indexHashes(hashes: Iterable<string>): HashIndex {
  let sorted: string[] | undefined;
  return {
    find(prefix) {
      sorted ??= [...hashes].sort();
      let low = 0;
      let high = sorted.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((sorted[middle] ?? '') < prefix) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      const found = sorted[low];
      const unique = !sorted[low + 1]?.startsWith(prefix);
      return found?.startsWith(prefix) && unique ? found : undefined;
    },
  };
}

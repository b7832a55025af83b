/** How many letters may differ, for each so many letters of the longer word. */
const LETTERS_PER_SLIP = 3;

/**
 * The words that somebody may have meant who wrote another one, the nearest first: those that differ in a third of
 * their letters at most, whatever their case. Letters that changed places count as one slip.
 * @param most how many are wanted
 */
export function nearest(written: string, words: Iterable<string>, most = 3): readonly string[] {
  const wanted = written.trim().toLowerCase();
  const found: { readonly word: string; readonly slips: number }[] = [];
  for (const word of words) {
    const limit = Math.ceil(Math.max(wanted.length, word.length) / LETTERS_PER_SLIP);
    if (Math.abs(word.length - wanted.length) <= limit) {
      const slips = slipsBetween(wanted, word.toLowerCase());
      if (slips <= limit) {
        found.push({ word, slips });
      }
    }
  }
  return found
    .sort((a, b) => a.slips - b.slips)
    .slice(0, most)
    .map(({ word }) => word);
}

/** Letters to insert, remove, replace or swap with their neighbour to make one word of the other. */
function slipsBetween(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let slips = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        slips = Math.min(slips, (before[j - 2] ?? 0) + 1);
      }
      row.push(slips);
    }
    before = last;
    last = row;
  }
  return last[other.length] ?? 0;
}

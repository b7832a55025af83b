/** Letters that may be wrong, missing or too many in a name that somebody meant. */
const MOST_SLIPS = 2;

/** The name that somebody most likely meant: one that begins so, else the one with the fewest other letters. */
export function nearestName(text: string, names: readonly string[]): string | undefined {
  const begun = text === '' ? undefined : names.find(name => name.startsWith(text));
  const slips = names.map(name => ({ name, count: slipsBetween(text, name) }));
  const [nearest] = slips
    .filter(({ name, count }) => count <= MOST_SLIPS && count < name.length)
    .toSorted((a, b) => a.count - b.count);
  return begun ?? nearest?.name;
}

/** How many letters have to be put in, left out or replaced to make one text of the other. */
function slipsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [index, letter] of [...one].entries()) {
    const above = row;
    row = [index + 1];
    for (let at = 1; at < above.length; at++) {
      const [left = 0, up = 0, diagonal = 0] = [row[at - 1], above[at], above[at - 1]];
      row.push(Math.min(left + 1, up + 1, diagonal + (other[at - 1] === letter ? 0 : 1)));
    }
  }
  return row.at(-1) ?? 0;
}

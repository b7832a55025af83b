/** An entry of a list that is filtered while somebody types. */
export interface Matched {
  readonly label: string;
  readonly description?: string | undefined;
  /** Made from what is being typed. */
  readonly typed: boolean;
}

/**
 * The entry that somebody means who types a text and presses Enter without a tick: one that is called so, else one that
 * begins so, or one of whose words does, else what was typed as something new, else one that only holds the text.
 * @returns its index; -1 for none
 */
export function bestMatch(text: string, entries: readonly Matched[]): number {
  const sought = plain(text);
  if (sought === '') {
    return -1;
  }
  const first = (fits: (entry: Matched) => boolean): number => entries.findIndex(fits);
  const words = ({ label, description = '' }: Matched): readonly string[] =>
    `${label} ${description}`.split(/\s/).map(plain);
  const ways: readonly ((entry: Matched) => boolean)[] = [
    entry => !entry.typed && plain(entry.label) === sought,
    entry => !entry.typed && plain(entry.label).startsWith(sought),
    entry => !entry.typed && words(entry).some(word => word.startsWith(sought)),
    entry => entry.typed,
    entry => words(entry).join(' ').includes(sought),
  ];
  return ways.map(first).find(index => index >= 0) ?? -1;
}

/** What people and labels are called, whether or not their sign is typed. */
function plain(text: string): string {
  return text.trim().toLowerCase().replace(/^[@#]/, '');
}

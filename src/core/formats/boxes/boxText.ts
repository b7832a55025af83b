import type { Heading } from '../../documents/document';

/** Longer slugs tell no more, and keys are compared often. */
const MAX_SLUG = 60;

/** A text as a part of a key: lower case, words joined by hyphens. `item` where no letter or digit is left. */
export function slug(text: string): string {
  const words = text
    .slice(0, 4 * MAX_SLUG)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-');
  return words.replace(/^-/, '').slice(0, MAX_SLUG).replace(/-$/, '') || 'item';
}

/** A line's text without the marks for bold and code and without the targets of links. */
export function plainText(text: string): string {
  return text
    .replace(/\[([^\][]*)\]\([^()\s]*\)/g, '$1')
    .replace(/\*\*|`/g, '')
    .trim();
}

/**
 * For every heading, the index of the heading that picks it up: itself or the nearest one above that
 * encloses it; undefined where there is none.
 */
export function sectionsOf(
  headings: readonly Heading[],
  isSection: (heading: Heading) => boolean,
): readonly (number | undefined)[] {
  let current: number | undefined;
  return headings.map((heading, index) => {
    const level = current === undefined ? Infinity : (headings[current]?.level ?? Infinity);
    if (isSection(heading)) {
      current = index;
    } else if (heading.level <= level) {
      current = undefined;
    }
    return current;
  });
}

/** Gives a name that has not been given yet: the wanted one, or that with a number behind it. */
export function uniqueNames(): (wanted: string) => string {
  const counts = new Map<string, number>();
  return wanted => {
    const count = (counts.get(wanted) ?? 0) + 1;
    counts.set(wanted, count);
    return count === 1 ? wanted : `${wanted}~${count}`;
  };
}

import { ID_PATTERN, idKey, prefixOf } from './ids';
import type { PlanSettings } from './settings';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const LETTERS_AND_DIGITS = `${LETTERS}0123456789`;

/** A line that gives an item its id, as it stands in a file or as a diff adds it. */
const DECLARATION = new RegExp(
  `^\\+?[ \\t]*(?:id:[ \\t]*['"]?|(?:[-*+]|\\d{1,9}[.)])[ \\t]+\\[.\\][ \\t]+\\[?)(${ID_PATTERN})`,
  'gm',
);

/** The ids that lines of plan files, or of their diffs, give to items. */
export function declaredIds(lines: string): readonly string[] {
  return [...lines.matchAll(DECLARATION)].map(([, id = '']) => id);
}

/**
 * An id that is not taken: the number after the highest one, or a letter and three letters or digits.
 * @param prefixes the prefix of the new id, then former ones of the same items; upper case
 * @param taken every id that is known, of whatever prefix
 * @param random gives numbers from 0 up to, but not including, 1
 */
export function nextId(
  prefixes: readonly string[],
  taken: readonly string[],
  manner: PlanSettings['ids'],
  random: () => number,
): string {
  const [prefix = ''] = prefixes;
  if (manner === 'random') {
    const keys = new Set(taken.map(idKey));
    const one = (from: string): string => from[Math.floor(random() * from.length)] ?? '';
    for (;;) {
      const others = Array.from({ length: 3 }, () => one(LETTERS_AND_DIGITS));
      const id = `${prefix}-${one(LETTERS)}${others.join('')}`;
      if (!keys.has(idKey(id))) {
        return id;
      }
    }
  }
  const highest = taken
    .filter(id => prefixes.includes(prefixOf(id)))
    .map(id => Number(/^[^-]*-(\d{1,9})(?:\.|$)/.exec(id)?.[1] ?? 0))
    .reduce((a, b) => Math.max(a, b), 0);
  return `${prefix}-${highest + 1}`;
}

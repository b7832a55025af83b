import { addTo } from '../addTo';
import type { Clue } from './clue';
import { byStrength } from './clue';
import type { Evidence, Link, Strength } from '../link';

const NO_OTHERS: readonly Evidence[] = [];

/**
 * The links of a commit: one per task with its strongest evidence, the strongest link first; the strength is
 * the highest that any evidence gives.
 * @param planning the commit only plans
 */
export function toLinks(commit: string, clues: readonly Clue[], planning: boolean): readonly Link[] {
  const [only] = clues;
  if (only && clues.length === 1) {
    return [toLink(commit, only, planning ? 'plans' : only.strength, NO_OTHERS)];
  }
  const pairs = new Map<string, Clue[]>();
  for (const clue of clues) {
    addTo(pairs, clue.task, clue);
  }
  const sorted = [...pairs.values()];
  sorted.forEach(found => found.sort(byStrength));
  sorted.sort((a, b) => byStrength(a[0] as Clue, b[0] as Clue));
  return sorted.map(found => {
    const first = found[0] as Clue;
    const kinds = new Set(found.map(({ evidence }) => evidence));
    kinds.delete(first.evidence);
    const others = kinds.size > 0 ? [...kinds] : NO_OTHERS;
    return toLink(commit, first, planning ? 'plans' : strongest(found), others);
  });
}

function toLink(
  commit: string,
  { task, evidence, reason }: Clue,
  strength: Strength,
  others: readonly Evidence[],
): Link {
  return { task, commit, evidence, strength, reason, others };
}

function strongest(clues: readonly Clue[]): Strength {
  let strength: Strength = 'mentions';
  for (const clue of clues) {
    if (clue.strength === 'closes') {
      return 'closes';
    }
    strength = clue.strength === 'works-on' ? 'works-on' : strength;
  }
  return strength;
}

/** True when both lists say the same. */
export function sameLinks(a: readonly Link[], b: readonly Link[]): boolean {
  return a.length === b.length && a.every((link, place) => sameLink(link, b[place] as Link));
}

function sameLink(a: Link, b: Link): boolean {
  return (
    a.task === b.task &&
    a.commit === b.commit &&
    a.evidence === b.evidence &&
    a.strength === b.strength &&
    a.reason.code === b.reason.code &&
    sameTexts(a.reason.args, b.reason.args) &&
    sameTexts(a.others, b.others)
  );
}

/** True when both lists hold the same in the same order. */
export function sameTexts(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((text, place) => text === b[place]);
}

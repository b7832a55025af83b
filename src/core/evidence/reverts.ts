import { addTo } from './addTo';
import type { HashIndex } from './hashIndex';
import type { History } from './history';
import { revertedHashes } from './messageEvidence';
import type { Reach } from './reach';

/** Which commits were taken back. */
export interface Reverts {
  /** Commits whose change does not stand any more. */
  readonly cancelled: ReadonlySet<string>;
  /** The commits that each revert takes back, by the revert's hash; a reverted merge stands for its side. */
  readonly targets: ReadonlyMap<string, readonly string[]>;
}

/**
 * Follows `This reverts commit H` through the history. A reverted revert cancels nothing, so its target
 * stands again. A revert that has not landed cannot take back what has.
 */
export function revertsOf(history: History, reach: Reach, index: HashIndex): Reverts {
  const broughtIn = new Map<string, string[]>();
  for (const [commit, merge] of reach.broughtBy) {
    addTo(broughtIn, merge, commit);
  }
  const targets = new Map<string, string[]>();
  const cancelled = new Set<string>();
  // Children come before their parents: whether a revert was itself reverted is known when it is met.
  for (const commit of history.commits.values()) {
    const named = revertedHashes(commit.message).flatMap(hash => index.find(hash) ?? []);
    if (named.length === 0) {
      continue;
    }
    const all = named.flatMap(hash => [hash, ...(broughtIn.get(hash) ?? [])]);
    targets.set(commit.hash, all);
    for (const hash of cancelled.has(commit.hash) ? [] : all) {
      if (hash !== commit.hash && (reach.landed.has(commit.hash) || !reach.landed.has(hash))) {
        cancelled.add(hash);
      }
    }
  }
  return { cancelled, targets };
}

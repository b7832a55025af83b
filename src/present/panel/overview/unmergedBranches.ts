import type { Branch, History } from '../../../core/evidence/graph/history';

/** Branches that are offered; any other can be picked by name. */
const MOST_BRANCHES = 4;

/**
 * Branches with commits of their own beside `base`, the most recent first, by names that git understands.
 * @param base a commit that is read
 */
export function unmergedBranches(history: History, base: string): readonly string[] {
  const { branches, commits } = history;
  const merged = new Set([base]);
  // Children come before parents, so one pass reaches every ancestor.
  for (const { hash, parents } of commits.values()) {
    if (merged.has(hash)) {
      parents.forEach(parent => merged.add(parent));
    }
  }
  const seen = new Set<string>();
  return branches
    .filter(({ tip }) => commits.has(tip) && !merged.has(tip))
    .sort((a, b) => Number(a.remote !== undefined) - Number(b.remote !== undefined))
    .filter(({ tip }) => !seen.has(tip) && seen.add(tip))
    .sort((a, b) => timeOf(history, b) - timeOf(history, a) || a.name.localeCompare(b.name))
    .slice(0, MOST_BRANCHES)
    .map(({ name, remote }) => (remote === undefined ? name : `${remote}/${name}`));
}

function timeOf({ commits }: History, { tip }: Branch): number {
  return commits.get(tip)?.commitTime ?? 0;
}

import type { History } from './history';
import type { NamedBranch } from './namedBranches';

/**
 * Gives every commit that has not landed to the nearest branch above it, so that the commits of the
 * lower one of two stacked branches are its own. One walk from all tips at once.
 * @param preferred of branches equally near, the one with the lowest number owns the commit
 * @returns name of the owning branch by commit
 */
export function branchOwners(
  history: History,
  topics: readonly NamedBranch[],
  landed: ReadonlySet<string>,
  preferred: (branch: NamedBranch) => number,
): Map<string, string> {
  const owners = new Map<string, string>();
  const queue: string[] = [];
  const claim = (hash: string, owner: string): void => {
    if (!owners.has(hash) && !landed.has(hash) && history.commits.has(hash)) {
      owners.set(hash, owner);
      queue.push(hash);
    }
  };
  const ranked = topics.map(branch => ({ branch, rank: preferred(branch) }));
  ranked.sort((a, b) => a.rank - b.rank || (a.branch.name < b.branch.name ? -1 : 1));
  for (const { branch } of ranked) {
    for (const tip of branch.tips) {
      claim(tip, branch.name);
    }
  }
  // Breadth first: the queue grows while it is read, and stays sorted by distance.
  for (let at = 0; at < queue.length; at++) {
    const hash = queue[at] as string;
    for (const parent of history.commits.get(hash)?.parents ?? []) {
      claim(parent, owners.get(hash) as string);
    }
  }
  return owners;
}

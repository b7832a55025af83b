import type { Graph } from '../graph/graph';
import type { NamedBranch } from './namedBranches';

/**
 * Gives every commit that has not landed to the nearest branch above it, so that the commits of the
 * lower one of two stacked branches are its own. One walk from all tips at once.
 * @param landed 1 for each commit that has landed, by number
 * @param preferred of branches equally near, the one with the lowest number owns the commit
 * @returns by number of the commit, the place of its branch in `topics`; -1 for none
 */
export function branchOwners(
  { commits, numbers, parents, firstParent }: Graph,
  topics: readonly NamedBranch[],
  landed: Uint8Array,
  preferred: (branch: NamedBranch) => number,
): Int32Array {
  const owners = new Int32Array(commits.length).fill(-1);
  const queue: number[] = [];
  const claim = (n: number, owner: number): void => {
    if (n >= 0 && owners[n] === -1 && landed[n] === 0) {
      owners[n] = owner;
      queue.push(n);
    }
  };
  const ranked = topics.map((branch, place) => ({ branch, place, rank: preferred(branch) }));
  ranked.sort((a, b) => a.rank - b.rank || (a.branch.name < b.branch.name ? -1 : 1));
  for (const { branch, place } of ranked) {
    for (const tip of branch.tips) {
      claim(numbers.numberOf(tip), place);
    }
  }
  // Breadth first: the queue grows while it is read, and stays sorted by distance.
  for (let at = 0; at < queue.length; at++) {
    const n = queue[at] as number;
    for (let parent = firstParent[n] as number; parent < (firstParent[n + 1] as number); parent++) {
      claim(parents[parent] as number, owners[n] as number);
    }
  }
  return owners;
}

import { finish } from '../../base/steps';
import { graphSteps } from './graph';
import type { Branch, History } from './history';

/**
 * The branches that contain a commit, the one that ends last first; none for a commit that the history does not have.
 * One walk from the commit upwards answers for all branches.
 */
export function branchesWith(history: History, hash: string): readonly Branch[] {
  const { commits, numbers, parents, firstParent } = finish(graphSteps(history));
  const first = numbers.numberOf(hash);
  if (first < 0) {
    return [];
  }
  const above = new Uint8Array(commits.length);
  above[first] = 1;
  // Children come after their parents.
  for (let n = first + 1; n < commits.length; n++) {
    for (let at = firstParent[n] as number; at < (firstParent[n + 1] as number); at++) {
      if (above[parents[at] as number] === 1) {
        above[n] = 1;
      }
    }
  }
  const time = ({ tip }: Branch): number => history.commits.get(tip)?.commitTime ?? 0;
  return history.branches
    .filter(({ tip }) => above[numbers.numberOf(tip)] === 1)
    .sort((a, b) => time(b) - time(a));
}

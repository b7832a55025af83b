import type { PlanSettings } from '../../plan/settings';
import type { Steps } from '../../base/steps';
import type { Graph } from './graph';
import { markAncestors } from './graph';
import type { History } from './history';
import type { NamedBranch } from '../branches/namedBranches';
import { branchRoles } from '../branches/namedBranches';

/** Where every commit of a repository stands, by its number. */
export interface Reach {
  /** 1 for an ancestor of the default branch or of an integration branch. */
  readonly landed: Uint8Array;
  /** The other branches. */
  readonly topics: readonly NamedBranch[];
  /**
   * The merge on a first-parent chain that brought a commit in, for commits on its other sides; -1 for all
   * others.
   */
  readonly broughtBy: Int32Array;
}

/** Computes where the commits stand. */
export function* reachSteps(
  graph: Graph,
  history: History,
  settings: Pick<PlanSettings, 'branch' | 'integration'>,
): Steps<Reach> {
  const { defaultTip, integrationTips, topics } = branchRoles(history, settings);
  const tips = (defaultTip === undefined ? integrationTips : [defaultTip, ...integrationTips]).map(hash =>
    graph.numbers.numberOf(hash),
  );
  yield;
  const landed = new Uint8Array(graph.commits.length);
  markAncestors(graph, tips, landed);
  yield;
  return { landed, topics, broughtBy: attributeMerges(graph, tips) };
}

/** Adds the commit and all of its ancestors that are not in the set yet. */
export function addAncestors(history: History, tip: string, into: Set<string>): void {
  const open = [tip];
  for (let hash = open.pop(); hash !== undefined; hash = open.pop()) {
    const commit = into.has(hash) ? undefined : history.commits.get(hash);
    if (commit) {
      into.add(hash);
      commit.parents.forEach(parent => open.push(parent));
    }
  }
}

/**
 * Gives every commit on the second-parent side of a merge to the first merge that brought it onto the
 * first-parent chain of one of the tips.
 */
function attributeMerges({ commits, parents, firstParent }: Graph, tips: readonly number[]): Int32Array {
  const chain = new Uint8Array(commits.length);
  const merges: number[] = [];
  for (const tip of tips) {
    for (let n = tip; n >= 0 && chain[n] === 0;) {
      chain[n] = 1;
      const first = firstParent[n] as number;
      const end = firstParent[n + 1] as number;
      if (end - first > 1) {
        merges.push(n);
      }
      n = end > first ? (parents[first] as number) : -1;
    }
  }
  const broughtBy = new Int32Array(commits.length).fill(-1);
  const open: number[] = [];
  // The older merge first.
  for (const merge of merges.sort((a, b) => a - b)) {
    for (let n: number | undefined = merge; n !== undefined; n = open.pop()) {
      const begin = (firstParent[n] as number) + (n === merge ? 1 : 0);
      for (let at = begin; at < (firstParent[n + 1] as number); at++) {
        const parent = parents[at] as number;
        if (parent >= 0 && chain[parent] === 0 && broughtBy[parent] === -1) {
          broughtBy[parent] = merge;
          open.push(parent);
        }
      }
    }
  }
  return broughtBy;
}

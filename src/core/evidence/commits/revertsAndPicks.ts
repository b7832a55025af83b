import type { Steps } from '../../base/steps';
import { addTo } from '../addTo';
import { squashBySubjectSteps } from '../branches/squashBySubject';
import type { Graph } from '../graph/graph';
import type { History } from '../graph/history';
import type { Reach } from '../graph/reach';

/** Which commits revert, copy or squash which others. Commits are named by their number in the graph. */
export interface NamedCommits {
  /** Commits whose change does not stand any more. */
  readonly cancelled: ReadonlySet<number>;
  /** The commits that each revert takes back; a reverted merge stands for its side. */
  readonly targets: ReadonlyMap<number, readonly number[]>;
  /** The sources of each cherry-pick. */
  readonly picks: ReadonlyMap<number, readonly number[]>;
  /** The branches whose change a commit makes as their squash. */
  readonly squashes: ReadonlyMap<number, readonly string[]>;
  /** The tips of branches of which a landed commit is told to be the squash by its subject. */
  readonly squashedTips: ReadonlySet<string>;
}

/** How many commits are looked at in one step. */
const STEP = 1_000;

/**
 * Follows `This reverts commit H` and `(cherry picked from commit H)` through the history. A reverted revert
 * cancels nothing, so its target stands again. A revert that has not landed cannot take back what has.
 */
export function* namedCommitsSteps(graph: Graph, history: History, reach: Reach): Steps<NamedCommits> {
  const { numbers } = graph;
  const find = (hashes: readonly string[]): number[] => {
    const found = new Set<number>();
    for (const hash of hashes) {
      const commit = numbers.numberOfPrefix(hash);
      if (commit >= 0) {
        found.add(commit);
      }
    }
    return [...found];
  };
  const picks = new Map<number, readonly number[]>();
  for (const [place, { commit, hashes }] of graph.picks.entries()) {
    const sources = find(hashes);
    if (sources.length > 0) {
      picks.set(commit, sources);
    }
    if (place % STEP === 0) {
      yield;
    }
  }
  const squashes = new Map<number, string[]>();
  const bySubject = yield* squashBySubjectSteps(graph, reach);
  for (const { name, tips } of history.squashed || bySubject.size > 0 ? reach.topics : []) {
    const asked = find(tips.flatMap(tip => history.squashed?.get(tip) ?? []));
    const told = tips.flatMap(tip => bySubject.get(tip) ?? []);
    for (const commit of new Set([...asked, ...told])) {
      addTo(squashes, commit, name);
    }
  }
  const named = new Map<number, number[]>();
  for (const [place, { commit, hashes }] of graph.reverts.entries()) {
    const found = find(hashes);
    if (found.length > 0) {
      named.set(commit, found);
    }
    if (place % STEP === 0) {
      yield;
    }
  }
  const broughtIn = sidesOf(new Set([...named.values()].flat()), graph, reach);
  yield;
  const targets = new Map<number, readonly number[]>();
  const cancelled = new Set<number>();
  // Newest first: whether a revert was itself reverted is known when it is met.
  for (const [revert, commits] of [...named].reverse()) {
    const all = commits.flatMap(commit => [commit, ...(broughtIn.get(commit) ?? [])]);
    targets.set(revert, all);
    for (const commit of cancelled.has(revert) ? [] : all) {
      if (commit !== revert && (reach.landed[revert] === 1 || reach.landed[commit] === 0)) {
        cancelled.add(commit);
      }
    }
    if (targets.size % STEP === 0) {
      yield;
    }
  }
  return { cancelled, targets, picks, squashes, squashedTips: new Set(bySubject.keys()) };
}

/** The commits that each of some merges brought in. */
function sidesOf(
  commits: ReadonlySet<number>,
  { firstParent }: Graph,
  { broughtBy }: Reach,
): ReadonlyMap<number, readonly number[]> {
  const sides = new Map<number, number[]>();
  const merges = new Set<number>();
  for (const commit of commits) {
    if ((firstParent[commit + 1] as number) - (firstParent[commit] as number) > 1) {
      merges.add(commit);
    }
  }
  for (let n = 0; merges.size > 0 && n < broughtBy.length; n++) {
    const merge = broughtBy[n] as number;
    if (merges.has(merge)) {
      addTo(sides, merge, n);
    }
  }
  return sides;
}

import type { Steps } from '../../base/steps';
import { CommitNumbers } from './hashIndex';
import type { Commit, History } from './history';
import { isRevert, pickedHashes, revertedHashes } from '../commits/messageEvidence';

/**
 * The commits of a history by number, oldest first, so that what is known about all of them fits into arrays
 * of numbers. A commit has a higher number than its parents. New commits come at the end, so that the numbers
 * of the others stay as they are.
 */
export interface Graph {
  readonly commits: readonly Commit[];
  readonly numbers: CommitNumbers;
  /** The numbers of the parents of all commits, one after another; -1 for one that the history lacks. */
  readonly parents: Int32Array;
  /** Where in `parents` those of each commit begin, and at the end where the last ones end. */
  readonly firstParent: Int32Array;
  /** Commits that take others back or bring them back, oldest first, with the hashes that they name. */
  readonly reverts: readonly Naming[];
  /** Cherry-picks, oldest first, with the hashes of their sources. */
  readonly picks: readonly Naming[];
  /** The commits that it was made from, and how many of those have kept their numbers. */
  readonly grownFrom?: { readonly commits: readonly Commit[]; readonly shared: number };
}

/** A commit whose message names others by their hashes. */
export interface Naming {
  /** Its number. */
  readonly commit: number;
  /** As written; may be empty. */
  readonly hashes: readonly string[];
}

/** How many commits are looked at in one step. */
const STEP = 2_000;

/** One for all plans of a repository. */
const graphs = new WeakMap<History['commits'], Graph>();

/**
 * Numbers the commits of a history.
 * @param before the graph of an earlier history of the same repository: only what is new is looked at
 */
export function* graphSteps({ commits }: History, before?: Graph): Steps<Graph> {
  let graph = graphs.get(commits);
  if (!graph) {
    graph = yield* numberCommits(commits, before);
    graphs.set(commits, graph);
  }
  return graph;
}

/** How many commits of an earlier graph have kept their numbers. */
export function sharedCommits(before: Graph, after: Graph): number {
  if (before === after) {
    return after.commits.length;
  }
  const { grownFrom } = after;
  return grownFrom?.commits === before.commits
    ? grownFrom.shared
    : commonStart(before.commits, after.commits);
}

function* numberCommits(history: History['commits'], before?: Graph): Steps<Graph> {
  const grown = before && hasGrown(history, before.commits);
  const commits = grown ? before.commits.concat(grown) : [...history.values()].reverse();
  const shared = grown ? before.commits.length : commonStart(before?.commits ?? [], commits);
  yield;
  if (before && shared === commits.length && shared === before.commits.length) {
    return before;
  }
  const numbers = yield* CommitNumbers.steps(commits, before?.numbers, shared);
  yield;
  const firstParent = new Int32Array(commits.length + 1);
  const parents: number[] = [];
  const reverts = before?.reverts.filter(({ commit }) => commit < shared) ?? [];
  const picks = before?.picks.filter(({ commit }) => commit < shared) ?? [];
  const known = before?.firstParent[shared] ?? 0;
  if (before) {
    firstParent.set(before.firstParent.subarray(0, shared));
  }
  for (let n = shared; n < commits.length; n++) {
    const commit = commits[n] as Commit;
    firstParent[n] = known + parents.length;
    for (const parent of commit.parents) {
      parents.push(numbers.numberOf(parent));
    }
    if (isRevert(commit.message)) {
      reverts.push({ commit: n, hashes: revertedHashes(commit.message) });
    }
    const picked = pickedHashes(commit.message);
    if (picked.length > 0) {
      picks.push({ commit: n, hashes: picked });
    }
    if (n % STEP === 0) {
      yield;
    }
  }
  firstParent[commits.length] = known + parents.length;
  const allParents = new Int32Array(known + parents.length);
  if (before) {
    allParents.set(before.parents.subarray(0, known));
  }
  allParents.set(parents, known);
  const grownFrom = before && { commits: before.commits, shared };
  return {
    commits,
    numbers,
    parents: allParents,
    firstParent,
    reverts,
    picks,
    ...(grownFrom && { grownFrom }),
  };
}

/** The new commits, oldest first, when all known ones are still there and new ones have come in front. */
function hasGrown(commits: History['commits'], known: readonly Commit[]): readonly Commit[] | undefined {
  const added = commits.size - known.length;
  const newest: Commit[] = [];
  let place = known.length - 1;
  for (const commit of commits.values()) {
    if (newest.length < added) {
      newest.push(commit);
    } else if (commit !== known[place]) {
      return undefined;
    } else {
      place--;
    }
  }
  return added < 0 ? undefined : newest.reverse();
}

function commonStart(before: readonly Commit[], after: readonly Commit[]): number {
  const most = Math.min(before.length, after.length);
  let shared = 0;
  while (shared < most && before[shared] === after[shared]) {
    shared++;
  }
  return shared;
}

/** Marks commits and all of their ancestors. A number below 0 marks nothing. */
export function markAncestors(
  { parents, firstParent }: Graph,
  tips: readonly number[],
  marks: Uint8Array,
): void {
  let newest = -1;
  for (const tip of tips) {
    if (tip >= 0 && marks[tip] === 0) {
      marks[tip] = 1;
      newest = Math.max(newest, tip);
    }
  }
  // On the way down, children come before their parents.
  for (let n = newest; n >= 0; n--) {
    if (marks[n] === 1) {
      const end = firstParent[n + 1] as number;
      for (let at = firstParent[n] as number; at < end; at++) {
        const parent = parents[at] as number;
        if (parent >= 0) {
          marks[parent] = 1;
        }
      }
    }
  }
}

import { finish } from '../../base/steps';
import { graphSteps, markAncestors, type Graph } from '../../evidence/graph/graph';
import type { Branch, History } from '../../evidence/graph/history';

/** A local branch that is not checked out, and what it has changed since it left what is checked out. */
export interface BranchRange {
  readonly branch: string;
  /** Full hash of its last commit. */
  readonly tip: string;
  /** Full hash of the commit where it left, the latest where it has merged since; undefined for a history of its own. */
  readonly base?: string;
  /** Files that its own commits changed, relative to the top, each with the hash of the first of these commits. */
  readonly files: ReadonlyMap<string, string>;
}

/** Branches that are looked at, those with the latest commits first. */
const MOST_BRANCHES = 500;
/** A branch with more commits of its own is no branch that will be merged. */
const MOST_OWN_COMMITS = 5_000;
/** Commits that are looked at in all. */
const MOST_COMMITS = 50_000;

/**
 * The other local branches that changed files which Milepost reads. What merges bring in is not the branch's own, so
 * that one which is merely behind, or has only caught up, is not among them.
 */
export function branchRanges(history: History): readonly BranchRange[] {
  const { head } = history;
  if (head.kind === 'unborn') {
    return [];
  }
  const graph = finish(graphSteps(history));
  const marks = new Uint8Array(graph.commits.length);
  markAncestors(graph, [graph.numbers.numberOf(head.hash)], marks);
  const ranges: BranchRange[] = [];
  let left = MOST_COMMITS;
  for (const branch of candidates(history, graph, marks)) {
    const own = ownCommits(
      graph,
      graph.numbers.numberOf(branch.tip),
      marks,
      Math.min(left, MOST_OWN_COMMITS),
    );
    left -= own?.numbers.length ?? MOST_OWN_COMMITS;
    const files = own ? filesOf(graph, own.numbers) : new Map<string, string>();
    if (own && files.size > 0) {
      const base = graph.commits[own.base]?.hash;
      ranges.push({ branch: branch.name, tip: branch.tip, ...(base !== undefined && { base }), files });
    }
    if (left <= 0) {
      break;
    }
  }
  return ranges;
}

/** Those that have commits of their own and were not found to be merged by a squash. */
function candidates(history: History, { numbers }: Graph, marks: Uint8Array): readonly Branch[] {
  const { head, branches, commits, squashed } = history;
  const time = ({ tip }: Branch): number => commits.get(tip)?.commitTime ?? 0;
  const isOther = ({ remote, name, tip }: Branch): boolean => {
    const number = numbers.numberOf(tip);
    const isHead = head.kind === 'branch' && head.branch === name;
    return remote === undefined && !isHead && number >= 0 && marks[number] === 0 && !squashed?.has(tip);
  };
  return branches
    .filter(isOther)
    .sort((a, b) => time(b) - time(a))
    .slice(0, MOST_BRANCHES);
}

/**
 * The commits that only the branch has, and the latest of those where it left the others (-1: none).
 * @returns undefined where there are more than `most`
 */
function ownCommits(
  { parents, firstParent }: Graph,
  tip: number,
  marks: Uint8Array,
  most: number,
): { readonly numbers: readonly number[]; readonly base: number } | undefined {
  const seen = new Set([tip]);
  let base = -1;
  // A set goes on over what is added while it is gone through.
  for (const number of seen) {
    for (let at = firstParent[number] as number; at < (firstParent[number + 1] as number); at++) {
      const parent = parents[at] as number;
      if (parent >= 0 && marks[parent] === 1) {
        // Children have greater numbers, so the greatest is below none of the others.
        base = Math.max(base, parent);
      } else if (parent >= 0) {
        seen.add(parent);
      }
    }
    if (seen.size > most) {
      return undefined;
    }
  }
  return { numbers: [...seen], base };
}

function filesOf({ commits }: Graph, numbers: readonly number[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const { parents = [], files: changed = [], hash = '' } = commits[number] ?? {};
    for (const { path, before, after } of parents.length < 2 ? changed : []) {
      // Without ids of contents it is no plan file.
      if ((before !== '' || after !== '') && !files.has(path)) {
        files.set(path, hash);
      }
    }
  }
  return files;
}

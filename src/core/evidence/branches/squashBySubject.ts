import type { Steps } from '../../base/steps';
import { addTo } from '../addTo';
import { squashedSubject } from '../commits/messageEvidence';
import type { Graph } from '../graph/graph';
import { subjectOf, type Commit } from '../graph/history';
import type { Reach } from '../graph/reach';

/** How many commits are looked at in one step. */
const STEP = 10_000;

/** A branch with more commits of its own than this is not looked at. */
const MAX_OWN = 50;

/** One word, such as "fix" or "wip", says nothing about which change it was. */
const SEVERAL_WORDS = /\S\s+\S/;

/** The commits of a branch that have not landed. */
interface OpenWork {
  readonly tip: Commit;
  /** Hashes of all of them. */
  readonly hashes: ReadonlySet<string>;
  /** Those that are work. */
  readonly own: readonly Commit[];
  readonly paths: ReadonlySet<string>;
}

/**
 * Finds squash merges by what the forges write: a landed commit, not older than the tip of a branch, has the subject of
 * one of the branch's commits with the number of the merge request, `Sign in (#12)`. Its files must be files of the
 * branch, and each commit of the branch must have changed one of them, so that a commit that is only called the same,
 * or that took a part of the branch, is none.
 * @returns the number of the newest such commit, by the tip of the branch and by the tips that lie below it
 */
export function* squashBySubjectSteps(
  graph: Graph,
  { landed, topics }: Pick<Reach, 'landed' | 'topics'>,
): Steps<ReadonlyMap<string, number>> {
  const wanted = new Map<string, OpenWork[]>();
  let oldest = Infinity;
  const tips = [...new Set(topics.flatMap(one => one.tips))];
  for (const tip of tips) {
    const work = openWork(graph, landed, tip);
    if (work) {
      oldest = Math.min(oldest, work.tip.commitTime);
      for (const subject of new Set(work.own.map(subjectOf))) {
        if (SEVERAL_WORDS.test(subject)) {
          addTo(wanted, subject, work);
        }
      }
    }
  }
  yield;
  const found = new Map<string, number>();
  for (let n = wanted.size > 0 ? graph.commits.length - 1 : -1; n >= 0; n--) {
    const commit = graph.commits[n] as Commit;
    if (landed[n] === 1 && commit.commitTime >= oldest) {
      for (const work of wanted.get(squashedSubject(subjectOf(commit)) ?? '') ?? []) {
        if (!found.has(work.tip.hash) && isSquashOf(commit, work)) {
          // A remote-tracking ref may be behind its branch.
          tips.filter(tip => work.hashes.has(tip)).forEach(tip => found.set(tip, n));
        }
      }
    }
    if (n % STEP === 0) {
      yield;
    }
  }
  return found;
}

function openWork(
  { commits, numbers, parents, firstParent }: Graph,
  landed: Uint8Array,
  hash: string,
): OpenWork | undefined {
  const first = numbers.numberOf(hash);
  const tip = commits[first];
  if (!tip || landed[first] === 1) {
    return undefined;
  }
  const seen = new Set([first]);
  // The set grows while it is gone through.
  for (const n of seen) {
    for (let at = firstParent[n] as number; at < (firstParent[n + 1] as number); at++) {
      const parent = parents[at] as number;
      if (parent >= 0 && landed[parent] === 0) {
        seen.add(parent);
      }
    }
    if (seen.size > MAX_OWN) {
      return undefined;
    }
  }
  const all = [...seen].map(n => commits[n] as Commit);
  const own = all.filter(isWork);
  const paths = own.flatMap(({ files }) => files.map(({ path }) => path));
  return { tip, hashes: new Set(all.map(one => one.hash)), own, paths: new Set(paths) };
}

function isWork({ parents, files }: Commit): boolean {
  return parents.length < 2 && files.length > 0;
}

function isSquashOf(commit: Commit, { tip, own, paths }: OpenWork): boolean {
  const squashed = new Set(commit.files.map(({ path }) => path));
  return (
    isWork(commit) &&
    commit.commitTime >= tip.commitTime &&
    [...squashed].every(path => paths.has(path)) &&
    own.every(({ files }) => files.some(({ path }) => squashed.has(path)))
  );
}

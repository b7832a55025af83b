import type { Steps } from '../../base/steps';
import type { TasksOfBranch } from '../branches/branchEvidence';
import type { Clue } from './clue';
import type { ClueSources } from './clueSources';
import { sameTexts } from './commitLinks';
import { subjectOf } from '../graph/history';
import { mergedBranches } from '../graph/mergedBranch';

/** How many commits are looked at in one step. */
const STEP = 20_000;

/**
 * The commits whose clues may have changed, by their numbers, newest first: the new ones, and those for which
 * something that they are judged by is different.
 * @param shared how many commits have kept their numbers
 * @returns undefined when that is so for all
 */
export function* changedCommits(
  before: ClueSources,
  now: ClueSources,
  shared: number,
): Steps<readonly number[] | undefined> {
  if (!sameForAll(before, now)) {
    return undefined;
  }
  const marks = new Uint8Array(now.graph.commits.length).fill(1, shared);
  yield* markByBranch(before, now, shared, marks);
  markByHand(before, now, shared, marks);
  markNamed(before, now, shared, marks);
  markByLines(before, now, marks);
  yield;
  // A pick has what its source has.
  for (const [pick, sources] of now.named.picks) {
    if (sources.some(source => marks[source] === 1)) {
      marks[pick] = 1;
    }
  }
  // A revert takes back what its target has; oldest first, since it may be reverted itself.
  for (const [revert, targets] of [...now.named.targets].reverse()) {
    if (targets.some(target => marks[target] === 1)) {
      marks[revert] = 1;
    }
  }
  const changed: number[] = [];
  for (let n = marks.length - 1; n >= 0; n--) {
    if (marks[n] === 1) {
      changed.push(n);
    }
  }
  return changed;
}

function sameForAll(before: ClueSources, now: ClueSources): boolean {
  return (
    before.matcher === now.matcher &&
    before.fileClues === now.fileClues &&
    before.plan.settings.rules.trailer === now.plan.settings.rules.trailer &&
    sameTexts(before.planFolders, now.planFolders)
  );
}

/** Commits that are on another branch, or came by another merge, or whose branch has other tasks. */
function* markByBranch(
  before: ClueSources,
  now: ClueSources,
  shared: number,
  marks: Uint8Array,
): Steps<void> {
  if (before.owners === now.owners && before.tasksOf === now.tasksOf) {
    return;
  }
  const places = placesNow(before, now);
  const { owners: oldOwners, reach: oldReach } = before;
  const { owners, reach } = now;
  const isOther = before.tasksOf === now.tasksOf ? undefined : differing(before.tasksOf, now.tasksOf);
  const otherTopics = now.reach.topics.map(({ name }) => isOther?.(name) ?? false);
  const otherMerges = new Map<number, boolean>();
  const hasOtherTasks = (merge: number): boolean => {
    let other = otherMerges.get(merge);
    if (other === undefined) {
      const commit = now.graph.commits[merge];
      other =
        isOther !== undefined && commit !== undefined && mergedBranches(subjectOf(commit)).some(isOther);
      otherMerges.set(merge, other);
    }
    return other;
  };
  for (const [commit, branches] of isOther ? now.named.squashes : []) {
    if (branches.some(branch => isOther?.(branch))) {
      marks[commit] = 1;
    }
  }
  for (let n = 0; n < shared; n++) {
    const place = owners[n] as number;
    const merge = reach.broughtBy[n] as number;
    if (
      place !== places[(oldOwners[n] as number) + 1] ||
      (isOther && place >= 0 && otherTopics[place] === true) ||
      merge !== oldReach.broughtBy[n] ||
      merge >= shared ||
      (isOther && merge >= 0 && hasOtherTasks(merge))
    ) {
      marks[n] = 1;
    }
    if (n % STEP === 0) {
      yield;
    }
  }
}

/**
 * Where the branches of before are among those of now, each one place further on, and -2 for one that is gone.
 * The first stands for no branch, which is -1 as in `owners`.
 */
export function placesNow(before: ClueSources, now: ClueSources): Int32Array {
  const places = new Map(now.reach.topics.map(({ name }, place) => [name, place]));
  return Int32Array.from([-1, ...before.reach.topics.map(({ name }) => places.get(name) ?? -2)]);
}

/** Tells whether a branch has other tasks now. */
function differing(before: TasksOfBranch, now: TasksOfBranch): (branch: string) => boolean {
  return branch => {
    const [old, tasks] = [before(branch), now(branch)];
    return (
      old.length !== tasks.length ||
      old.some(({ key, strength }, place) => key !== tasks[place]?.key || strength !== tasks[place]?.strength)
    );
  };
}

function markByHand(before: ClueSources, now: ClueSources, shared: number, marks: Uint8Array): void {
  if (before.hand !== now.hand) {
    mark(
      before.hand.clues,
      now.hand.clues,
      shared,
      marks,
      (a, b) => a.length === b.length && a.every((clue, place) => sameClue(clue, b[place])),
    );
    mark(
      before.hand.unlinked,
      now.hand.unlinked,
      shared,
      marks,
      (a, b) => a.size === b.size && [...a].every(task => b.has(task)),
    );
  }
}

function sameClue(a: Clue, b: Clue | undefined): boolean {
  return a.task === b?.task && a.reason.code === b.reason.code && sameTexts(a.reason.args, b.reason.args);
}

function markNamed(
  { named: before }: ClueSources,
  { named: now }: ClueSources,
  shared: number,
  marks: Uint8Array,
): void {
  if (before === now) {
    return;
  }
  const sameNumbers = (a: readonly number[], b: readonly number[]): boolean =>
    sameTexts(a, b) && a.every(commit => commit < shared);
  mark(before.picks, now.picks, shared, marks, sameNumbers);
  mark(before.targets, now.targets, shared, marks, sameNumbers);
  mark(before.squashes, now.squashes, shared, marks, sameTexts);
  for (const commit of before.cancelled) {
    marks[commit] = commit < shared && !now.cancelled.has(commit) ? 1 : (marks[commit] as number);
  }
  for (const commit of now.cancelled) {
    marks[commit] = before.cancelled.has(commit) ? (marks[commit] as number) : 1;
  }
}

/** Marks the commits for which two maps differ. */
function mark<T>(
  before: ReadonlyMap<number, T>,
  now: ReadonlyMap<number, T>,
  shared: number,
  marks: Uint8Array,
  same: (a: T, b: T) => boolean,
): void {
  for (const [commit, value] of now) {
    const old = before.get(commit);
    if (old === undefined || !same(old, value)) {
      marks[commit] = 1;
    }
  }
  for (const commit of before.keys()) {
    if (commit < shared && !now.has(commit)) {
      marks[commit] = 1;
    }
  }
}

/** Commits of which it is now known which lines they changed. */
function markByLines(before: ClueSources, now: ClueSources, marks: Uint8Array): void {
  const [old, lines] = [before.history.lineChanges, now.history.lineChanges];
  if (old === lines) {
    return;
  }
  const { numbers } = now.graph;
  for (const hash of [...(old?.keys() ?? []), ...(lines?.keys() ?? [])]) {
    if (!sameTexts(old?.get(hash) ?? [], lines?.get(hash) ?? [])) {
      const commit = numbers.numberOf(hash);
      if (commit >= 0) {
        marks[commit] = 1;
      }
    }
  }
}

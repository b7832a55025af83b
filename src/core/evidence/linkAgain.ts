import type { Steps } from '../base/steps';
import { addTo } from './addTo';
import { linkBranches } from './branches/branchLinks';
import { placesNow } from './commits/changedCommits';
import { Clues } from './commits/clues';
import type { ClueSources } from './commits/clueSources';
import { sameLinks, sameTexts, toLinks } from './commits/commitLinks';
import { amended } from './graph/layeredMap';
import type { Link, LostLink, Observed, PlanEvidence } from './link';
import { mergedNames, observe } from './observed';
import { isPlanning } from './commits/planningCommit';

/** How many commits or tasks are looked at in one step. */
const STEP = 500;

/** How many commits are passed over in one step. */
const PASSED = 20_000;

/** What was linked before an edit or new commits, and from what. */
export interface Linked {
  readonly evidence: PlanEvidence;
  readonly sources: ClueSources;
}

/**
 * Links some commits again and leaves the links of all others.
 * @param changed their numbers, newest first
 * @param shared how many commits have kept their numbers
 * @returns what there was before, when nothing is different
 */
export function* linkAgain(
  before: Linked,
  now: ClueSources,
  changed: readonly number[],
  shared: number,
): Steps<PlanEvidence> {
  const { evidence } = before;
  const links = yield* changedLinks(before, now, changed, shared);
  const lists = yield* changedLists(evidence, links, now, shared);
  const byCommit = yield* amended(evidence.byCommit, links);
  const byTask = yield* amended(evidence.byTask, lists);
  const branches = linkBranches(now, byTask, evidence.branches);
  yield;
  const merged = mergedNames(branches);
  const moved = yield* tasksOfMoved(before, now, byCommit, merged, shared);
  const changes = new Map<string, Observed | undefined>();
  for (const task of new Set([...lists.keys(), ...moved])) {
    const found = observe(now, byTask.get(task) ?? [], merged);
    if (found || evidence.observed.has(task)) {
      changes.set(task, found);
    }
    if (changes.size % STEP === 0) {
      yield;
    }
  }
  const observed = yield* amended(evidence.observed, changes);
  const lost = sameLost(evidence.lost, now.hand.lost) ? evidence.lost : now.hand.lost;
  const same =
    byCommit === evidence.byCommit &&
    branches === evidence.branches &&
    observed === evidence.observed &&
    lost === evidence.lost;
  return same ? evidence : { byTask, byCommit, branches, observed, lost };
}

/** The links of commits that have others than before, by hash; undefined for commits that have none any more. */
function* changedLinks(
  { evidence: { byCommit }, sources }: Linked,
  now: ClueSources,
  changed: readonly number[],
  shared: number,
): Steps<Map<string, readonly Link[] | undefined>> {
  const { graph, planFolders } = now;
  const links = new Map<string, readonly Link[] | undefined>();
  const clues = new Clues(now);
  for (const [place, n] of changed.entries()) {
    const commit = graph.commits[n];
    const found = commit ? clues.of(n) : [];
    if (commit && found.length > 0) {
      const own = toLinks(commit.hash, found, isPlanning(commit, planFolders));
      // One that has moved is listed anew, even if it has the same links.
      if (n >= shared || !sameLinks(own, byCommit.get(commit.hash) ?? [])) {
        links.set(commit.hash, own);
      }
    } else if (commit && byCommit.has(commit.hash)) {
      links.set(commit.hash, undefined);
    }
    if (place % STEP === 0) {
      yield;
    }
  }
  for (const { hash } of sources.graph.commits.slice(shared)) {
    if (byCommit.has(hash) && !links.has(hash)) {
      links.set(hash, undefined);
    }
  }
  return links;
}

/** The lists of links of the tasks that the changed links are of or were of. */
function* changedLists(
  { byTask, byCommit }: PlanEvidence,
  links: ReadonlyMap<string, readonly Link[] | undefined>,
  { graph: { numbers } }: ClueSources,
  shared: number,
): Steps<ReadonlyMap<string, readonly Link[] | undefined>> {
  const added = new Map<string, Link[]>();
  for (const [commit, own] of links) {
    for (const { task } of byCommit.get(commit) ?? []) {
      added.set(task, added.get(task) ?? []);
    }
    for (const link of own ?? []) {
      addTo(added, link.task, link);
    }
  }
  yield;
  const lists = new Map<string, readonly Link[] | undefined>();
  for (const [task, more] of added) {
    const kept = (byTask.get(task) ?? []).filter(({ commit }) => !links.has(commit));
    const list = [...more, ...kept];
    // Mostly what is added is new, and so are the links.
    if (more.some(({ commit }) => numbers.numberOf(commit) < shared)) {
      const numberOf = new Map(list.map(link => [link, numbers.numberOf(link.commit)]));
      list.sort((a, b) => (numberOf.get(b) ?? -1) - (numberOf.get(a) ?? -1));
    }
    lists.set(task, list.length > 0 ? list : undefined);
    if (lists.size % STEP === 0) {
      yield;
    }
  }
  return lists;
}

/** The tasks of commits that have landed since, or that are on another branch or on one that is merged now. */
function* tasksOfMoved(
  { evidence, sources: before }: Linked,
  now: ClueSources,
  byCommit: PlanEvidence['byCommit'],
  merged: ReadonlySet<string>,
  shared: number,
): Steps<ReadonlySet<string>> {
  const tasks = new Set<string>();
  const mergedBefore = mergedNames(evidence.branches);
  // One place further on, as in `places`.
  const flipped = Uint8Array.from([
    0,
    ...now.reach.topics.map(({ name }) => (merged.has(name) !== mergedBefore.has(name) ? 1 : 0)),
  ]);
  if (before.owners === now.owners && before.reach === now.reach && !flipped.includes(1)) {
    return tasks;
  }
  const places = placesNow(before, now);
  const { owners: oldOwners, reach: oldReach } = before;
  const { owners, reach } = now;
  for (let n = 0; n < shared; n++) {
    const place = owners[n] as number;
    if (
      oldReach.landed[n] !== reach.landed[n] ||
      place !== places[(oldOwners[n] as number) + 1] ||
      flipped[place + 1] === 1
    ) {
      for (const { task } of byCommit.get(now.graph.commits[n]?.hash ?? '') ?? []) {
        tasks.add(task);
      }
    }
    if (n % PASSED === 0) {
      yield;
    }
  }
  return tasks;
}

function sameLost(a: readonly LostLink[], b: readonly LostLink[]): boolean {
  return (
    a.length === b.length && a.every((lost, place) => sameTexts(parts(lost), parts(b[place] as LostLink)))
  );
}

function parts(lost: LostLink): readonly unknown[] {
  return Object.entries(lost)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flat();
}

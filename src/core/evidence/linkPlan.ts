import type { Steps } from '../base/steps';
import { addTo } from './addTo';
import { linkBranches } from './branches/branchLinks';
import { changedCommits } from './commits/changedCommits';
import { Clues } from './commits/clues';
import type { ClueSources, LinkInput } from './commits/clueSources';
import { gatherSteps } from './commits/clueSources';
import { toLinks } from './commits/commitLinks';
import { sharedCommits } from './graph/graph';
import type { Commit } from './graph/history';
import type { Link, Observed, PlanEvidence } from './link';
import { mergedNames, observe } from './observed';
import { isPlanning } from './commits/planningCommit';
import { linkAgain } from './linkAgain';

/** How many commits, or tasks, are linked in one step. */
const STEP = 200;

/** What evidence was made from, for the next time. */
const sourcesOf = new WeakMap<PlanEvidence, ClueSources>();

/**
 * Everything git says about one plan: links, branches, observed status. Linear in the history.
 * @param before what was linked for the same plan before an edit or before new commits, so that only what
 * has changed is looked at again; it comes back itself when nothing has
 */
export function* linkSteps(input: LinkInput, before?: PlanEvidence): Steps<PlanEvidence> {
  const known = before && sourcesOf.get(before);
  const sources = yield* gatherSteps(input, known);
  let evidence: PlanEvidence | undefined;
  if (before && known) {
    const shared = sharedCommits(known.graph, sources.graph);
    const changed = yield* changedCommits(known, sources, shared);
    // Where much has changed, beginning anew costs less than looking at what there was.
    if (changed && changed.length * 4 <= sources.graph.commits.length) {
      evidence = yield* linkAgain({ evidence: before, sources: known }, sources, changed, shared);
    }
  }
  evidence ??= yield* linkAll(sources);
  sourcesOf.set(evidence, sources);
  return evidence;
}

function* linkAll(sources: ClueSources): Steps<PlanEvidence> {
  const { graph, planFolders, hand } = sources;
  const clues = new Clues(sources);
  const byTask = new Map<string, Link[]>();
  const byCommit = new Map<string, readonly Link[]>();
  for (let n = graph.commits.length - 1; n >= 0; n--) {
    const found = clues.of(n);
    if (found.length > 0) {
      const commit = graph.commits[n] as Commit;
      const links = toLinks(commit.hash, found, isPlanning(commit, planFolders));
      byCommit.set(commit.hash, links);
      for (const link of links) {
        addTo(byTask, link.task, link);
      }
    }
    if (n % STEP === 0) {
      yield;
    }
  }
  const branches = linkBranches(sources, byTask, []);
  yield;
  const merged = mergedNames(branches);
  const observed = new Map<string, Observed>();
  let looked = 0;
  for (const [task, links] of byTask) {
    const found = observe(sources, links, merged);
    if (found) {
      observed.set(task, found);
    }
    if (++looked % STEP === 0) {
      yield;
    }
  }
  return { byTask, byCommit, branches, observed, lost: hand.lost };
}

import type { Plan } from '../plan/model';
import type { Steps } from '../steps';
import { finish } from '../steps';
import { addTo } from './addTo';
import { compileBranchTasks, ownersSteps } from './branchEvidence';
import { linkBranches } from './branchLinks';
import type { ClueSources } from './clues';
import { Clues } from './clues';
import { toLinks } from './commitLinks';
import { compileFileClues } from './fileEvidence';
import { graphSteps } from './graph';
import { handMadeSteps } from './handMade';
import type { Commit, History } from './history';
import { historyAliases } from './historyAliases';
import { compileIdMatcher } from './idMatcher';
import type { Link, Observed, PlanEvidence } from './link';
import { namedCommitsSteps } from './namedCommits';
import { mergedNames, observe } from './observed';
import { isPlanning } from './planningCommit';
import { reachSteps } from './reach';

/** A plan and the repository it lies in. */
export interface LinkInput {
  readonly plan: Plan;
  /** What makes a path of the plan relative to the top of the repository: `` or `services/pay/`. */
  readonly prefix: string;
  readonly history: History;
  /** Of all plans of the repository, relative to its top, each with a trailing `/`. */
  readonly planFolders: readonly string[];
}

/** How many commits, or tasks, are linked in one step. */
const STEP = 500;

/** Everything git says about one plan: links, branches, observed status. Linear in the history. */
export function linkPlan(input: LinkInput, before?: PlanEvidence): PlanEvidence {
  return finish(linkSteps(input, before));
}

/**
 * `linkPlan` in small steps.
 * @param _before what was linked for the same plan before an edit or before new commits, so that only what
 * has changed is looked at again; it comes back itself when nothing has
 */
export function* linkSteps(
  { plan, prefix, history, planFolders }: LinkInput,
  _before?: PlanEvidence,
): Steps<PlanEvidence> {
  const graph = yield* graphSteps(history);
  const matcher = compileIdMatcher(plan, historyAliases(plan, prefix, history));
  yield;
  const reach = yield* reachSteps(graph, history, plan.settings);
  const tasksOf = compileBranchTasks(plan, matcher);
  yield;
  const owners = yield* ownersSteps(graph, history, reach, tasksOf);
  const named = yield* namedCommitsSteps(graph, history, reach);
  const hand = yield* handMadeSteps(plan, history, graph, reach);
  const fileClues = compileFileClues(plan, prefix, matcher);
  const sources: ClueSources = {
    plan,
    history,
    graph,
    matcher,
    reach,
    owners,
    tasksOf,
    fileClues,
    hand,
    named,
  };
  yield;

  const clues = new Clues(sources);
  const links: Link[] = [];
  const byTask = new Map<string, Link[]>();
  const byCommit = new Map<string, readonly Link[]>();
  for (let n = graph.commits.length - 1; n >= 0; n--) {
    const found = clues.of(n);
    if (found.length > 0) {
      const commit = graph.commits[n] as Commit;
      const own = toLinks(commit.hash, found, isPlanning(commit, planFolders));
      byCommit.set(commit.hash, own);
      for (const link of own) {
        links.push(link);
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
  for (const [task, own] of byTask) {
    const found = observe(sources, own, merged);
    if (found) {
      observed.set(task, found);
    }
    if (++looked % STEP === 0) {
      yield;
    }
  }
  return { links, byTask, byCommit, branches, observed, lost: hand.lost };
}

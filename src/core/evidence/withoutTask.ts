import type { Plan } from '../plan/model';
import type { Steps } from '../base/steps';
import { finish } from '../base/steps';
import type { ExpectingPlan } from './expectedWork';
import { compileExpects, expectedSteps, expectingPlan } from './expectedWork';
import type { Graph } from './graph/graph';
import { graphSteps, markAncestors } from './graph/graph';
import type { Commit, History } from './graph/history';
import type { PlanEvidence } from './link';
import { linkedSteps } from './linkedCommits';
import { branchRoles } from './branches/namedBranches';

/** The plans of one repository with their evidence. */
export interface WithoutTaskInput {
  readonly history: History;
  readonly plans: readonly {
    readonly plan: Plan;
    readonly prefix: string;
    readonly evidence?: PlanEvidence;
  }[];
  /** Of all plans of the repository, relative to its top, each with a trailing `/`. */
  readonly planFolders: readonly string[];
}

const remembered = new WeakMap<History, { readonly about: readonly unknown[]; readonly found: string[] }>();

/**
 * Commits on the default and the current branch that could have a task and have none, newest first. The
 * last answer is remembered: an edit of a plan file mostly changes neither evidence nor settings.
 */
export function* withoutTaskSteps(input: WithoutTaskInput): Steps<readonly string[]> {
  const { history, planFolders } = input;
  const expecting = expectingPlans(input);
  const about = [
    ...planFolders,
    ...expecting.flatMap(({ settings, folder, evidence }) => [settings, folder, evidence]),
  ];
  const last = remembered.get(history);
  if (last?.about.length === about.length && last.about.every((part, index) => part === about[index])) {
    return last.found;
  }
  yield;
  const graph = yield* graphSteps(history);
  const marks = yield* expectedSteps(expecting, planFolders, graph);
  yield;
  const scope = inScope(input, graph);
  yield;
  const linked = yield* linkedSteps(
    expecting.map(({ evidence }) => evidence.byCommit),
    graph,
  );
  const undone = undoneCommits(graph);
  const found: string[] = [];
  for (let n = graph.commits.length - 1; n >= 0; n--) {
    if (marks[n] === 1 && scope[n] === 1 && linked[n] === 0 && !undone.has(n)) {
      found.push((graph.commits[n] as Commit).hash);
    }
  }
  remembered.set(history, { about, found });
  return found;
}

/**
 * Tells whether a commit could have a task and has none: work, no link in any plan, made after a plan
 * whose `paths` it touches came to be, and not excused by `Task: none`, by a revert, or by `ignore`.
 */
export function lacksTask(input: WithoutTaskInput): (commit: Commit) => boolean {
  const graph = finish(graphSteps(input.history));
  const plans = expectingPlans(input);
  const expects = compileExpects(plans, input.planFolders, graph);
  const undone = undoneCommits(graph);
  return commit =>
    expects(commit) &&
    !undone.has(graph.numbers.numberOf(commit.hash)) &&
    !plans.some(({ evidence }) => evidence.byCommit.has(commit.hash));
}

type WithEvidence = ExpectingPlan & { readonly evidence: PlanEvidence };

function expectingPlans({ plans }: WithoutTaskInput): WithEvidence[] {
  return plans.flatMap(({ plan, prefix, evidence }) => {
    const expecting = evidence && expectingPlan(plan, prefix);
    return expecting ? [{ ...expecting, evidence }] : [];
  });
}

/** 1 for the commits of the default branch and of the checked-out one, by number. */
function inScope({ history, plans }: WithoutTaskInput, graph: Graph): Uint8Array {
  const tips = plans.flatMap(({ plan }) => branchRoles(history, plan.settings).defaultTip ?? []);
  const { head } = history;
  const marks = new Uint8Array(graph.commits.length);
  const ends = head.kind === 'unborn' ? tips : [...tips, head.hash];
  markAncestors(
    graph,
    ends.map(hash => graph.numbers.numberOf(hash)),
    marks,
  );
  return marks;
}

/** Reverts and what they take back: together no work, whatever evidence they have lost. */
function undoneCommits({ reverts, numbers }: Graph): ReadonlySet<number> {
  const undone = new Set(
    reverts.flatMap(({ commit, hashes }) => [commit, ...hashes.map(hash => numbers.numberOfPrefix(hash))]),
  );
  undone.delete(-1);
  return undone;
}

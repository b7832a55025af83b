import { compileGlob } from '../base/glob';
import type { Plan } from '../plan/model';
import type { PlanSettings } from '../plan/settings';
import type { Steps } from '../base/steps';
import type { Graph } from './graph/graph';
import type { Commit } from './graph/history';
import { compileIgnored } from './commits/ignoredCommit';
import { compileNoTask } from './commits/noTaskCommit';
import { saysNoTask } from './commits/messageEvidence';
import { isPlanning } from './commits/planningCommit';

/** A plan that expects commits to name its tasks, as it lies in its repository. */
export interface ExpectingPlan {
  readonly settings: PlanSettings;
  /** Relative to the top of the repository, with a trailing `/`. */
  readonly folder: string;
}

/** The plan as it expects commits; undefined where no commit is expected to name a task, so that none is missed. */
export function expectingPlan(plan: Plan, prefix: string): ExpectingPlan | undefined {
  const { tasks, settings, folder } = plan;
  return tasks.length === 0 || tasks.some(({ expectsEvidence }) => expectsEvidence)
    ? { settings, folder: `${prefix}${folder}/` }
    : undefined;
}

/** Tells whether a commit is work that some plan expects to have a task. */
export type Expects = (commit: Commit) => boolean;

/**
 * Whether a commit is work, made after a plan whose `paths` it touches came to be, and not excused by
 * `Task: none`, by `ignore`, or by `no_task` of any of the plans.
 */
export function compileExpects(
  plans: readonly ExpectingPlan[],
  planFolders: readonly string[],
  graph: Graph,
): Expects {
  const rules = plans.flatMap(({ settings, folder }) => {
    const first = graph.commits[firstIn(folder, graph)];
    return first ? [{ first, expects: ofSettings(settings) }] : [];
  });
  const needsNone = compileNoTask(plans.map(({ settings }) => settings));
  return commit =>
    rules.some(
      ({ first, expects }) =>
        commit.hash !== first.hash && commit.commitTime >= first.commitTime && expects(commit),
    ) &&
    !needsNone(commit) &&
    !isPlanning(commit, planFolders);
}

function ofSettings(settings: PlanSettings): Expects {
  const paths = settings.paths.map(pattern => compileGlob(pattern));
  const ignored = compileIgnored(settings);
  return commit =>
    (paths.length === 0 || commit.files.some(file => paths.some(matches => matches(file.path)))) &&
    !ignored(commit) &&
    !saysNoTask(commit.message, settings.rules.trailer);
}

/** By the commits of a graph: the first commit of each folder, and how far it was looked for. */
const firsts = new WeakMap<Graph['commits'], Map<string, number>>();

/** The number of the oldest commit that touches a folder: before it, no commit could have had a task; -1 for none. */
function firstIn(folder: string, { commits, grownFrom }: Graph): number {
  const known = firsts.get(commits) ?? new Map<string, number>();
  firsts.set(commits, known);
  let first = known.get(folder);
  if (first === undefined) {
    const before = grownFrom && firsts.get(grownFrom.commits)?.get(folder);
    const from = before === -1 ? (grownFrom?.shared ?? 0) : 0;
    first =
      before !== undefined && before >= 0 && before < (grownFrom?.shared ?? 0)
        ? before
        : commits.findIndex(({ files }, n) => n >= from && files.some(({ path }) => path.startsWith(folder)));
    known.set(folder, first);
  }
  return first;
}

interface Marked {
  readonly about: readonly unknown[];
  /** 1 for a commit that is expected to have a task. */
  readonly marks: Uint8Array;
}

/** By the commits of a graph. */
const marked = new WeakMap<Graph['commits'], Marked>();

/** How many commits are looked at in one step. */
const STEP = 1_000;

/**
 * Marks with 1, by their numbers, the commits that are expected to have a task. After new commits only those are
 * looked at.
 */
export function* expectedSteps(
  plans: readonly ExpectingPlan[],
  planFolders: readonly string[],
  graph: Graph,
): Steps<Uint8Array> {
  const { commits, grownFrom } = graph;
  const firstOnes = plans.map(({ folder }) => commits[firstIn(folder, graph)]);
  yield;
  const about = [...planFolders, ...plans.map(({ settings }) => settings), ...firstOnes];
  const known = marked.get(commits) ?? (grownFrom && marked.get(grownFrom.commits));
  const same = known?.about.length === about.length && known.about.every((part, i) => part === about[i]);
  const shared =
    !known || !same ? 0 : known === marked.get(commits) ? commits.length : (grownFrom?.shared ?? 0);
  const marks = new Uint8Array(commits.length);
  marks.set(known?.marks.subarray(0, shared) ?? []);
  const expects = compileExpects(plans, planFolders, graph);
  for (let n = shared; n < commits.length; n++) {
    marks[n] = expects(commits[n] as Commit) ? 1 : 0;
    if (n % STEP === 0) {
      yield;
    }
  }
  marked.set(commits, { about, marks });
  return marks;
}

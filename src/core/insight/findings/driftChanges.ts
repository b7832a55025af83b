import { graphSteps } from '../../evidence/graph/graph';
import type { Commit, History } from '../../evidence/graph/history';
import { differingKeys } from '../../evidence/graph/layeredMap';
import type { BranchLink, PlanEvidence } from '../../evidence/link';
import { changedTasks } from '../../plan/changedTasks';
import { finish } from '../../base/steps';
import type { DriftInput } from './driftContext';
import type { Finding } from './finding';

/** What was found, and in what. */
export interface Looked {
  readonly input: DriftInput;
  /** What the findings of all tasks depend on. */
  readonly about: readonly unknown[];
  /** By the place of the task in the plan. */
  readonly byTask: readonly (readonly Finding[])[];
}

/**
 * Places of the tasks whose findings may be others than at the last look; undefined when all may be.
 * Of tasks without parents only themselves are touched by an edit.
 */
export function stalePlaces(
  last: Looked,
  { plan, prefix, evidence, history }: DriftInput,
  about: readonly unknown[],
): readonly number[] | undefined {
  const edited = changedTasks(last.input.plan, plan);
  if (
    !edited?.every(([old, now]) => old.parent === undefined && now.parent === undefined) ||
    !last.about.every((part, index) => part === about[index])
  ) {
    return undefined;
  }
  const places = edited.map(([, now]) => plan.tasks.indexOf(now));
  if (last.input.evidence === evidence && last.input.history === history) {
    return places;
  }
  const keys = changedKeys(last.input.evidence, evidence);
  const files = changedFiles(last.input.history, history);
  if (!keys || !files) {
    return undefined;
  }
  // What git shows of a task speaks for its parent, its subtasks and those beside it.
  for (const { key, parent } of plan.tasks) {
    if (parent !== undefined && keys.has(key)) {
      keys.add(parent);
    }
  }
  for (const [place, { key, parent, inline, file }] of plan.tasks.entries()) {
    if (keys.has(key) || keys.has(parent ?? key) || (inline && files.has(prefix + file))) {
      places.push(place);
    }
  }
  return places;
}

/** Keys of tasks of which git may show something else. */
function changedKeys(before: PlanEvidence, after: PlanEvidence): Set<string> | undefined {
  const linked = differingKeys(before.byTask, after.byTask);
  const observed = differingKeys(before.observed, after.observed);
  return linked && observed && new Set([...linked, ...observed, ...changedBranches(before, after)]);
}

function changedBranches(before: PlanEvidence, after: PlanEvidence): string[] {
  const only = (some: readonly BranchLink[], others: readonly BranchLink[]): string[] =>
    some.filter((branch, place) => branch !== others[place]).map(({ task }) => task);
  return [...only(before.branches, after.branches), ...only(after.branches, before.branches)];
}

/** Paths that new commits touch; undefined when not all of the others are still there. */
function changedFiles(before: History, after: History): ReadonlySet<string> | undefined {
  const known = finish(graphSteps(before)).commits;
  const { commits, grownFrom } = finish(graphSteps(after));
  const shared = commits === known ? known.length : grownFrom?.commits === known ? grownFrom.shared : 0;
  if (shared < known.length) {
    return undefined;
  }
  const files = new Set<string>();
  for (let n = shared; n < commits.length; n++) {
    for (const { path } of (commits[n] as Commit).files) {
      files.add(path);
    }
  }
  return files;
}

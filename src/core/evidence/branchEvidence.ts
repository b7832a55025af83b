import { compileGlob } from '../plan/glob';
import type { Plan } from '../plan/model';
import { branchOwners } from './branchOwners';
import type { Clue } from './clue';
import type { History } from './history';
import { subjectOf } from './history';
import type { IdMatcher } from './idMatcher';
import { mergedBranches } from './mergedBranch';
import type { Reach } from './reach';

/** A task that a branch belongs to. */
export interface TaskOfBranch {
  /** Key of the task. */
  readonly key: string;
  readonly strength: 'works-on' | 'mentions';
}

/** The tasks that a branch name holds, and those that name the branch or a glob for it. */
export type TasksOfBranch = (name: string) => readonly TaskOfBranch[];

/** Compiles the branch rules of a plan; answers are kept. */
export function compileBranchTasks(plan: Plan, matcher: IdMatcher): TasksOfBranch {
  const named = plan.tasks.flatMap(task =>
    task.branches.map(pattern => ({ key: task.key, matches: compileGlob(pattern) })),
  );
  const known = new Map<string, readonly TaskOfBranch[]>();
  return name => {
    let tasks = known.get(name);
    if (!tasks) {
      const found = new Map<string, TaskOfBranch>();
      for (const { key, strength } of matcher.findBranchIds(name)) {
        found.set(key, { key, strength });
      }
      for (const { key, matches } of named) {
        if (found.get(key)?.strength !== 'works-on' && matches(name)) {
          found.set(key, { key, strength: 'works-on' });
        }
      }
      tasks = [...found.values()];
      known.set(name, tasks);
    }
    return tasks;
  };
}

/** The branch that owns each commit that has not landed: the nearest, and of two equally near the older. */
export function ownersOf(history: History, reach: Reach, tasksOf: TasksOfBranch): Map<string, string> {
  const current = history.head.kind === 'unborn' ? undefined : history.head.branch;
  // A branch just made on top of another has no commits yet: mostly that is the one checked out.
  return branchOwners(
    history,
    reach.topics,
    reach.landed,
    branch => (tasksOf(branch.name).length > 0 ? 0 : 2) + (branch.name === current ? 1 : 0),
  );
}

/**
 * Evidence `branch`: the commit is on a branch of the task and has not landed, or it came in by a merge
 * whose subject names such a branch.
 * @param named tasks that the commit itself names; a commit that names tasks belongs to no other
 */
export function branchClues(
  history: History,
  reach: Reach,
  owners: ReadonlyMap<string, string>,
  tasksOf: TasksOfBranch,
  named: (commit: string) => ReadonlySet<string> | undefined,
  add: (commit: string, clue: Clue) => void,
): void {
  const addAll = (commit: string, branch: string, code: 'branch' | 'merge' | 'squash'): void => {
    const own = named(commit);
    for (const { key, strength } of tasksOf(branch)) {
      if (!own || own.has(key)) {
        add(commit, { task: key, evidence: 'branch', strength, reason: { code, args: [branch] } });
      }
    }
  };
  for (const [commit, branch] of owners) {
    addAll(commit, branch, 'branch');
  }
  for (const { name, tips } of history.squashed ? reach.topics : []) {
    const squashes = new Set(tips.flatMap(tip => history.squashed?.get(tip) ?? []));
    squashes.forEach(commit => addAll(commit, name, 'squash'));
  }
  const branchesOf = new Map<string, string[]>();
  for (const [commit, merge] of reach.broughtBy) {
    let branches = branchesOf.get(merge);
    if (!branches) {
      const found = history.commits.get(merge);
      branches = found ? mergedBranches(subjectOf(found)) : [];
      branchesOf.set(merge, branches);
    }
    for (const branch of branches) {
      addAll(commit, branch, 'merge');
    }
  }
}

import { compileGlob } from '../plan/glob';
import type { Plan } from '../plan/model';
import type { Steps } from '../steps';
import { addTo } from './addTo';
import { branchOwners } from './branchOwners';
import type { Graph } from './graph';
import type { History } from './history';
import type { IdMatcher } from './idMatcher';
import type { Reach } from './reach';

/** A task that a branch belongs to. */
export interface TaskOfBranch {
  /** Key of the task. */
  readonly key: string;
  readonly strength: 'works-on' | 'mentions';
}

/** The tasks that a branch name holds, and those that name the branch or a glob for it. */
export type TasksOfBranch = (name: string) => readonly TaskOfBranch[];

/** A name or a glob for branches that a task gives. */
interface Pattern {
  readonly key: string;
  /** The pattern's place among all of the plan. */
  readonly place: number;
  readonly matches: (name: string) => boolean;
}

/** Compiles the branch rules of a plan; answers are kept. */
export function compileBranchTasks(plan: Plan, matcher: IdMatcher): TasksOfBranch {
  const globs: Pattern[] = [];
  const names = new Map<string, Pattern[]>();
  let place = 0;
  for (const { key, branches } of plan.tasks) {
    for (const pattern of branches) {
      const rule = { key, place: place++, matches: compileGlob(pattern) };
      if (/[*?]/.test(pattern)) {
        globs.push(rule);
      } else {
        addTo(names, pattern, rule);
      }
    }
  }
  const known = new Map<string, readonly TaskOfBranch[]>();
  return name => {
    let tasks = known.get(name);
    if (!tasks) {
      const found = new Map<string, TaskOfBranch>();
      for (const { key, strength } of matcher.findBranchIds(name)) {
        found.set(key, { key, strength });
      }
      const named = [...(names.get(name) ?? []), ...globs.filter(({ matches }) => matches(name))];
      for (const { key } of named.sort((a, b) => a.place - b.place)) {
        if (found.get(key)?.strength !== 'works-on') {
          found.set(key, { key, strength: 'works-on' });
        }
      }
      tasks = [...found.values()];
      known.set(name, tasks);
    }
    return tasks;
  };
}

/** How many branch names are looked at in one step. */
const STEP = 200;

/** The branch that owns each commit that has not landed: the nearest, and of two equally near the older. */
export function* ownersSteps(
  graph: Graph,
  history: History,
  reach: Reach,
  tasksOf: TasksOfBranch,
): Steps<Int32Array> {
  for (const [place, { name }] of reach.topics.entries()) {
    tasksOf(name);
    if (place % STEP === 0) {
      yield;
    }
  }
  const current = history.head.kind === 'unborn' ? undefined : history.head.branch;
  // A branch just made on top of another has no commits yet: mostly that is the one checked out.
  return branchOwners(
    graph,
    reach.topics,
    reach.landed,
    branch => (tasksOf(branch.name).length > 0 ? 0 : 2) + (branch.name === current ? 1 : 0),
  );
}

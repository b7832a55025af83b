import { compileGlob } from '../../base/glob';
import type { Plan } from '../../plan/model';
import type { Steps } from '../../base/steps';
import { addTo } from '../addTo';
import { branchOwners } from './branchOwners';
import type { Graph } from '../graph/graph';
import type { History } from '../graph/history';
import type { IdMatcher } from '../commits/idMatcher';
import type { Reach } from '../graph/reach';

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
  const candidates = indexPatterns(plan);
  const known = new Map<string, readonly TaskOfBranch[]>();
  return name => {
    let tasks = known.get(name);
    if (!tasks) {
      const found = new Map<string, TaskOfBranch>();
      for (const { key, strength } of matcher.findBranchIds(name)) {
        found.set(key, { key, strength });
      }
      for (const { key, matches } of candidates(name)) {
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

/** The patterns of a plan by what stands before their first wildcard: those that may match a name, in order. */
function indexPatterns({ tasks }: Plan): (name: string) => readonly Pattern[] {
  const byHead = new Map<string, Pattern[]>();
  let place = 0;
  for (const { key, branches } of tasks) {
    for (const pattern of key === '' ? [] : branches) {
      const head = pattern.split(/[*?]/, 1)[0] ?? '';
      addTo(byHead, head, { key, place: place++, matches: compileGlob(pattern) });
    }
  }
  const lengths = new Set([...byHead.keys()].map(head => head.length));
  return name => {
    const found: Pattern[] = [];
    for (const length of lengths) {
      const patterns = length <= name.length ? byHead.get(name.slice(0, length)) : undefined;
      patterns?.forEach(pattern => found.push(pattern));
    }
    return found.sort((a, b) => a.place - b.place);
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

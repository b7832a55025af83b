import type { Steps } from '../base/steps';
import { finish } from '../base/steps';
import { isOver } from './category';
import type { Task } from './model';
import { parentsOf } from './parents';
import type { PlanProblem } from './problem';
import type { TaskDraft } from './drafts';

/**
 * Groups of nodes that reach each other (strongly connected components of more than one node, or one
 * with an edge to itself), by Tarjan's algorithm ("Depth-first search and linear graph algorithms",
 * 1972) without recursion. Linear in nodes and edges; deterministic.
 */
export function findCycles(nodes: Iterable<string>, edges: (node: string) => readonly string[]): string[][] {
  return finish(cycleSteps(nodes, edges));
}

/** So many members of a cycle are named. */
const MOST_NAMED = 50;

/** How many nodes or tasks are looked at in one step. */
const STEP = 1_000;

function* cycleSteps(nodes: Iterable<string>, edges: (node: string) => readonly string[]): Steps<string[][]> {
  // By numbers, in the order in which nodes are reached.
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const low: number[] = [];
  const onStack: boolean[] = [];
  const stack: number[] = [];
  const cycles: string[][] = [];
  const work: Frame[] = [];
  const visit = (name: string) => {
    const node = names.length;
    names.push(name);
    numbers.set(name, node);
    low.push(node);
    onStack.push(true);
    stack.push(node);
    work.push({ node, targets: edges(name), next: 0 });
  };
  const lower = (node: number, value: number) => (low[node] = Math.min(low[node] ?? 0, value));
  let looked = 0;
  for (const root of nodes) {
    if (numbers.has(root)) {
      continue;
    }
    visit(root);
    if (names.length > looked + STEP) {
      looked = names.length;
      yield;
    }
    for (let frame = work.at(-1); frame; frame = work.at(-1)) {
      const target = frame.targets[frame.next++];
      if (target !== undefined) {
        const known = numbers.get(target);
        if (known === undefined) {
          visit(target);
        } else if (onStack[known]) {
          lower(frame.node, known);
        }
        continue;
      }
      work.pop();
      const { node } = frame;
      const above = work.at(-1);
      if (above) {
        lower(above.node, low[node] ?? 0);
      }
      if (low[node] === node) {
        const group = stack.splice(stack.lastIndexOf(node));
        group.forEach(one => (onStack[one] = false));
        const own = names[node] ?? '';
        if (group.length > 1 || frame.targets.includes(own)) {
          cycles.push(group.map(one => names[one] ?? ''));
        }
      }
    }
  }
  return cycles;
}

interface Frame {
  readonly node: number;
  readonly targets: readonly string[];
  next: number;
}

/** Cycles in the tree of subtasks: keys of tasks each of which is an ancestor of itself. */
export function parentCycles(parents: ReadonlyMap<string, string | undefined>): string[][] {
  const children = [...parents].flatMap(([key, parent]) => (parent === undefined ? [] : [key]));
  return findCycles(children, key => {
    const parent = parents.get(key);
    return parent === undefined ? NO_TARGETS : [parent];
  });
}

const NO_TARGETS: readonly string[] = [];

/** One problem for every cycle of dependencies and of parents, at its first member, naming all of them. */
export function* cycleProblems(
  drafts: readonly TaskDraft[],
  tasks: readonly Task[],
  parentGroups: readonly (readonly string[])[],
): Steps<PlanProblem[]> {
  const first = new Map<string, number>();
  const targets = new Map<string, string[]>();
  tasks.forEach(({ key }, index) => first.has(key) || first.set(key, index));
  yield;
  let namesMilestone = false;
  for (const [index, { key, dependsOn }] of tasks.entries()) {
    if (dependsOn.length > 0) {
      const edges = dependsOn.map(({ key: target }) => (first.has(target) ? target : `milestone ${target}`));
      namesMilestone ||= dependsOn.some(({ key: target }) => !first.has(target));
      targets.set(key, [...(targets.get(key) ?? []), ...edges]);
    }
    if (index % STEP === 0) {
      yield;
    }
  }
  const within = yield* nestedPairs(tasks);
  const members = namesMilestone ? tasksByMilestone(tasks) : undefined;
  // A task that depends on nothing is in no cycle.
  const roots = [...targets.keys()];
  const groups = yield* cycleSteps(roots, node => targets.get(node) ?? members?.get(node) ?? NO_TARGETS);
  const problem = (code: 'dependency-cycle' | 'parent-cycle', group: readonly string[]): PlanProblem[] => {
    const order = group.flatMap(key => first.get(key) ?? []).sort((a, b) => a - b);
    const draft = drafts[order[0] ?? -1];
    const ids = order.slice(0, MOST_NAMED).flatMap(index => tasks[index]?.id ?? []);
    const named = code === 'parent-cycle' ? draft?.parent : draft?.dependsOn[0];
    return draft
      ? [
          {
            severity: 'warning',
            file: draft.item.file,
            range: named?.range ?? draft.range,
            message: { code, args: [[...ids, ...(order.length > MOST_NAMED ? ['…'] : [])].join(', ')] },
          },
        ]
      : [];
  };
  return [
    ...[...groups, ...within].flatMap(group => problem('dependency-cycle', group)),
    ...parentGroups.flatMap(group => problem('parent-cycle', group)),
  ];
}

/**
 * Tasks that wait for what contains them, or for what is below them: neither can end before the other. What is over has
 * ended all the same.
 */
function* nestedPairs(tasks: readonly Task[]): Steps<[string, string][]> {
  const byKey = new Map<string, Task>();
  tasks.forEach(task => byKey.has(task.key) || byKey.set(task.key, task));
  yield;
  const pairs: [string, string][] = [];
  for (const [index, task] of tasks.entries()) {
    for (const { key } of isOver(task.category) ? [] : task.dependsOn) {
      const target = byKey.get(key);
      if (target && (parentsOf(task, byKey).includes(target) || parentsOf(target, byKey).includes(task))) {
        pairs.push([task.key, key]);
      }
    }
    if (index % STEP === 0) {
      yield;
    }
  }
  return pairs;
}

/** Keys of tasks by the node of their milestone. */
function tasksByMilestone(tasks: readonly Task[]): Map<string, string[]> {
  const members = new Map<string, string[]>();
  for (const { key, milestone } of tasks) {
    if (milestone !== undefined) {
      const node = `milestone ${milestone}`;
      const own = members.get(node) ?? [];
      own.push(key);
      members.set(node, own);
    }
  }
  return members;
}

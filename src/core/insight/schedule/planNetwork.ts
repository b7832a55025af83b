import { findCycles } from '../../plan/cycles';
import type { Plan, Task } from '../../plan/model';
import { parentsOf } from '../../plan/parents';
import { leftScope } from '../progress/leftScope';
import { buildNetwork, tryNetwork } from './network';
import type { Edge, Network } from './network';

/** The activity network of a plan's open work. */
export interface PlanNetwork {
  readonly network: Network;
  /** The task of each node; undefined for a node that only joins others. */
  readonly tasks: readonly (Task | undefined)[];
  /** Open tasks that wait for each other in a circle, and so have no date. */
  readonly cyclic: readonly Task[];
  /** Nodes that can only start after a task in such a circle, and so have no date either. */
  readonly afterCycle: ReadonlySet<number>;
  /** The node at which a milestone or a task with subtasks has ended, by key, where something waits for it. */
  readonly ends: ReadonlyMap<string, number>;
}

/**
 * Turns tasks and dependencies into a network. Tasks that are done or have left the scope are no nodes: what waited
 * for them may start. What is active has started, whatever it should have waited for. A task with subtasks is not
 * scheduled itself: what depends on it waits for all of them, and they wait for what it depends on. A dependency on
 * a milestone waits for all of its tasks. Where many wait for many, one node without duration joins them, so that the
 * edges stay as few as the dependencies.
 */
export function planNetwork(plan: Pick<Plan, 'tasks' | 'milestones' | 'settings'>): PlanNetwork {
  const { hours } = plan.settings;
  const parents = new Set(plan.tasks.flatMap(({ parent }) => parent ?? []));
  const isSummary = ({ key }: Task): boolean => key !== '' && parents.has(key);
  const edges: Edge[] = [];
  const isOut = leftScope(plan);
  const open = plan.tasks.filter(task => task.category !== 'done' && !isOut(task) && !isSummary(task));
  const byKey = new Map<string, Task>();
  for (const task of plan.tasks) {
    if (!byKey.has(task.key)) {
      byKey.set(task.key, task);
    }
  }
  const milestones = new Set(plan.milestones.map(({ key }) => key));
  const tasks: (Task | undefined)[] = [...open];
  const nodes = new Map(open.map((task, index) => [task, index]));
  /** Nodes that join others, by the key of what they stand for. */
  const [starts, ends] = [new Map<string, number>(), new Map<string, number>()];
  const joint = (joints: Map<string, number>, key: string): number => {
    let index = joints.get(key);
    if (index === undefined) {
      index = tasks.push(undefined) - 1;
      joints.set(key, index);
    }
    return index;
  };

  /** What stands for the end of a dependency's target, when anything of it is still open. */
  const endOf = (key: string): number | undefined => {
    const task = byKey.get(key);
    if (task && !isSummary(task)) {
      return nodes.get(task);
    }
    return task || milestones.has(key) ? joint(ends, key) : undefined;
  };
  const connect = (dependsOn: Task['dependsOn'], to: () => number): void => {
    for (const { key, lag } of dependsOn) {
      const from = endOf(key);
      if (from !== undefined) {
        edges.push({ from, to: to(), lag: (lag?.value ?? 0) / hours });
      }
    }
  };
  for (const task of plan.tasks.filter(isSummary)) {
    connect(task.dependsOn, () => joint(starts, task.key));
  }
  open.forEach((task, index) => connect(task.category === 'active' ? [] : task.dependsOn, () => index));

  open.forEach((task, index) => {
    const above = parentsOf(task, byKey).map(({ key }) => key);
    for (const key of [task.milestone, ...above]) {
      const end = key === undefined ? undefined : ends.get(key);
      if (end !== undefined) {
        edges.push({ from: index, to: end, lag: 0 });
      }
    }
    for (const key of task.category === 'active' ? [] : above) {
      const start = starts.get(key);
      if (start !== undefined) {
        edges.push({ from: start, to: index, lag: 0 });
      }
    }
  });
  return withoutCycles(edges, tasks, ends);
}

function withoutCycles(
  edges: readonly Edge[],
  tasks: readonly (Task | undefined)[],
  ends: ReadonlyMap<string, number>,
): PlanNetwork {
  const size = tasks.length;
  const whole = tryNetwork(size, edges);
  if (whole) {
    return { network: whole, tasks, cyclic: [], afterCycle: new Set(), ends };
  }
  const targets: number[][] = Array.from({ length: size }, () => []);
  edges.forEach(({ from, to }) => targets[from]?.push(to));
  const cycles = findCycles(
    Array.from({ length: size }, (_, index) => String(index)),
    index => (targets[Number(index)] ?? []).map(String),
  );
  const cyclic = new Set(cycles.flat().map(Number));
  const kept = Array.from({ length: size }, (_, index) => index).filter(index => !cyclic.has(index));
  const renumbered = new Map(kept.map((old, index) => [old, index]));
  const left = edges.flatMap(({ from, to, lag }) => {
    const [a, b] = [renumbered.get(from), renumbered.get(to)];
    return a === undefined || b === undefined ? [] : [{ from: a, to: b, lag }];
  });
  return {
    network: buildNetwork(kept.length, left),
    tasks: kept.map(index => tasks[index]),
    cyclic: [...cyclic].sort((a, b) => a - b).flatMap(index => tasks[index] ?? []),
    afterCycle: new Set(
      edges.flatMap(({ from, to }) => (cyclic.has(from) ? (renumbered.get(to) ?? []) : [])),
    ),
    ends: new Map(
      [...ends].flatMap(([key, old]) => {
        const node = renumbered.get(old);
        return node === undefined ? [] : [[key, node] as const];
      }),
    ),
  };
}

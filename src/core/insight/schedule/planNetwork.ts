import { findCycles } from '../../plan/cycles';
import type { Plan, Task } from '../../plan/model';
import { buildNetwork } from './network';
import type { Edge, Network } from './network';

/** The activity network of a plan's open work. */
export interface PlanNetwork {
  readonly network: Network;
  /** The task of each node; undefined for a node that only joins others. */
  readonly tasks: readonly (Task | undefined)[];
  /** Open tasks that wait for each other in a circle, and so have no date. */
  readonly cyclic: readonly Task[];
  /** Nodes whose start waits for one of those. */
  readonly afterCycle: ReadonlySet<number>;
}

/**
 * Turns tasks and dependencies into a network. Done and dropped tasks are no nodes: what waited for them may
 * start. What is active has started, whatever it should have waited for. A task with subtasks is not scheduled itself: what depends on it waits for all of them, and they
 * wait for what it depends on. A dependency on a milestone waits for all of its tasks. Where many wait for
 * many, one node without duration joins them, so that the edges stay as few as the dependencies.
 */
export function planNetwork(plan: Pick<Plan, 'tasks' | 'milestones' | 'settings'>): PlanNetwork {
  const { hours } = plan.settings;
  const parents = new Set(plan.tasks.flatMap(({ parent }) => parent ?? []));
  const isSummary = ({ key }: Task): boolean => key !== '' && parents.has(key);
  const names: string[] = [];
  const tasks: (Task | undefined)[] = [];
  const nodes = new Map<string, number>();
  const edges: Edge[] = [];

  const node = (name: string, task?: Task): number => {
    let index = nodes.get(name);
    if (index === undefined) {
      index = names.length;
      nodes.set(name, index);
      names.push(name);
      tasks.push(task);
    }
    return index;
  };
  const open = plan.tasks.filter(
    task => task.category !== 'done' && task.category !== 'dropped' && !isSummary(task),
  );
  const byKey = new Map<string, Task>();
  for (const task of plan.tasks) {
    if (!byKey.has(task.key)) {
      byKey.set(task.key, task);
    }
  }
  const milestones = new Set(plan.milestones.map(({ key }) => key));
  open.forEach(task => node(`task ${task.uid}`, task));

  /** What stands for the end of a dependency's target, when anything of it is still open. */
  const endOf = (key: string): number | undefined => {
    const task = byKey.get(key);
    if (task && !isSummary(task)) {
      return nodes.get(`task ${task.uid}`);
    }
    return task || milestones.has(key) ? node(`end ${key}`) : undefined;
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
    connect(task.dependsOn, () => node(`start ${task.key}`));
  }
  open.forEach((task, index) => connect(task.category === 'active' ? [] : task.dependsOn, () => index));

  open.forEach((task, index) => {
    for (const end of [task.milestone, ...ancestors(task, byKey)]) {
      const joint = end === undefined ? undefined : nodes.get(`end ${end}`);
      if (joint !== undefined) {
        edges.push({ from: index, to: joint, lag: 0 });
      }
    }
    for (const above of task.category === 'active' ? [] : ancestors(task, byKey)) {
      const joint = nodes.get(`start ${above}`);
      if (joint !== undefined) {
        edges.push({ from: joint, to: index, lag: 0 });
      }
    }
  });
  return withoutCycles(names.length, edges, tasks);
}

/** Keys of the tasks above a task, the nearest first. */
function ancestors(task: Task, byKey: ReadonlyMap<string, Task>): string[] {
  const above: string[] = [];
  for (let key = task.parent; key !== undefined && !above.includes(key); key = byKey.get(key)?.parent) {
    above.push(key);
  }
  return above;
}

function withoutCycles(
  size: number,
  edges: readonly Edge[],
  tasks: readonly (Task | undefined)[],
): PlanNetwork {
  const targets: number[][] = Array.from({ length: size }, () => []);
  edges.forEach(({ from, to }) => targets[from]?.push(to));
  const cycles = findCycles(
    Array.from({ length: size }, (_, index) => String(index)),
    index => (targets[Number(index)] ?? []).map(String),
  );
  const cyclic = new Set(cycles.flat().map(Number));
  if (cyclic.size === 0) {
    return { network: buildNetwork(size, edges), tasks, cyclic: [], afterCycle: new Set() };
  }
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
  };
}

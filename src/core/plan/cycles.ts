import type { Task } from './model';
import type { PlanProblem } from './problem';
import type { TaskDraft } from './resolve';

/**
 * Groups of nodes that reach each other (strongly connected components of more than one node, or one
 * with an edge to itself), by Tarjan's algorithm ("Depth-first search and linear graph algorithms",
 * 1972) without recursion. Linear in nodes and edges; deterministic.
 */
export function findCycles(nodes: Iterable<string>, edges: (node: string) => readonly string[]): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const cycles: string[][] = [];
  for (const root of nodes) {
    if (index.has(root)) {
      continue;
    }
    const work: { node: string; targets: readonly string[]; next: number }[] = [];
    const visit = (node: string) => {
      index.set(node, index.size);
      low.set(node, index.size - 1);
      stack.push(node);
      onStack.add(node);
      work.push({ node, targets: edges(node), next: 0 });
    };
    const lower = (node: string, value: number) => low.set(node, Math.min(low.get(node) ?? 0, value));
    visit(root);
    for (let frame = work.at(-1); frame; frame = work.at(-1)) {
      const target = frame.targets[frame.next++];
      if (target !== undefined) {
        if (!index.has(target)) {
          visit(target);
        } else if (onStack.has(target)) {
          lower(frame.node, index.get(target) ?? 0);
        }
        continue;
      }
      work.pop();
      const above = work.at(-1);
      if (above) {
        lower(above.node, low.get(frame.node) ?? 0);
      }
      if (low.get(frame.node) === index.get(frame.node)) {
        const group = stack.splice(stack.lastIndexOf(frame.node));
        group.forEach(node => onStack.delete(node));
        if (group.length > 1 || frame.targets.includes(frame.node)) {
          cycles.push(group);
        }
      }
    }
  }
  return cycles;
}

/** Cycles in the tree of subtasks: keys of tasks each of which is an ancestor of itself. */
export function parentCycles(parents: ReadonlyMap<string, string | undefined>): string[][] {
  return findCycles(parents.keys(), key => {
    const parent = parents.get(key);
    return parent === undefined ? [] : [parent];
  });
}

/** One problem for every cycle of dependencies and of parents, at its first member, naming all of them. */
export function cycleProblems(
  drafts: readonly TaskDraft[],
  tasks: readonly Task[],
  parentGroups: readonly (readonly string[])[],
): PlanProblem[] {
  const first = new Map<string, number>();
  const byMilestone = new Map<string, string[]>();
  const targets = new Map<string, string[]>();
  tasks.forEach((task, index) => {
    if (!first.has(task.key)) {
      first.set(task.key, index);
    }
    if (task.milestone !== undefined) {
      const node = `milestone ${task.milestone}`;
      const members = byMilestone.get(node) ?? [];
      members.push(task.key);
      byMilestone.set(node, members);
    }
  });
  for (const task of tasks) {
    const edges = task.dependsOn.map(({ key }) => (first.has(key) ? key : `milestone ${key}`));
    targets.set(task.key, [...(targets.get(task.key) ?? []), ...edges]);
  }
  const groups = findCycles(first.keys(), node => targets.get(node) ?? byMilestone.get(node) ?? []);
  const problem = (code: 'dependency-cycle' | 'parent-cycle', group: readonly string[]): PlanProblem[] => {
    const order = group.flatMap(key => first.get(key) ?? []).sort((a, b) => a - b);
    const draft = drafts[order[0] ?? -1];
    const ids = order.flatMap(index => tasks[index]?.id ?? []).join(', ');
    const named = code === 'parent-cycle' ? draft?.parent : draft?.dependsOn[0];
    return draft
      ? [
          {
            severity: 'warning',
            file: draft.item.file,
            range: named?.range ?? draft.range,
            message: { code, args: [ids] },
          },
        ]
      : [];
  };
  return [
    ...groups.flatMap(group => problem('dependency-cycle', group)),
    ...parentGroups.flatMap(group => problem('parent-cycle', group)),
  ];
}

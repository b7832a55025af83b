import type { BranchLink } from '../core/evidence/link';
import type { Milestone, Task } from '../core/plan/model';
import type { PlanFacts } from '../core/snapshot';

/** Tasks of one plan by what views look them up by. */
export interface PlanIndex {
  readonly byUid: ReadonlyMap<string, Task>;
  /** The first task with a key. */
  readonly byKey: ReadonlyMap<string, Task>;
  /** By the parent's key, in the order they are shown. */
  readonly byParent: ReadonlyMap<string, readonly Task[]>;
  readonly branches: ReadonlyMap<string, readonly BranchLink[]>;
}

const indexes = new WeakMap<PlanFacts, PlanIndex>();

/** The index of a plan, made once for each state of it. */
export function indexOf(facts: PlanFacts): PlanIndex {
  let index = indexes.get(facts);
  if (!index) {
    const { plan } = facts;
    index = {
      byUid: new Map(plan.tasks.map(task => [task.uid, task])),
      byKey: firstByKey(plan.tasks),
      byParent: childrenOf(plan.tasks),
      branches: groupBy(facts.evidence?.branches ?? [], branch => branch.task),
    };
    indexes.set(facts, index);
  }
  return index;
}

function firstByKey(tasks: readonly Task[]): Map<string, Task> {
  const found = new Map<string, Task>();
  for (const task of tasks) {
    if (!found.has(task.key)) {
      found.set(task.key, task);
    }
  }
  return found;
}

function childrenOf(tasks: readonly Task[]): Map<string, Task[]> {
  const children = groupBy(tasks, task => task.parent);
  children.forEach(group => group.sort(byDue));
  return children;
}

/** Sorts what is due first to the top and what has no date to the end; what is due together stays in its order. */
export function byDue(a: { readonly due?: string }, b: { readonly due?: string }): number {
  const [left, right] = [a.due ?? '9999', b.due ?? '9999'];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Groups in the order of first appearance; what has no key is left out. */
export function groupBy<T>(values: readonly T[], keyOf: (value: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    if (key === undefined) {
      continue;
    }
    const group = groups.get(key);
    if (group) {
      group.push(value);
    } else {
      groups.set(key, [value]);
    }
  }
  return groups;
}

/** Whether nothing is left to be done for a milestone. */
export function isMilestoneOver({ status }: Milestone): boolean {
  return status === 'done' || status === 'dropped';
}

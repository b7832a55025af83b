import { addTo } from '../../evidence/addTo';
import type { Milestone, Plan, Risk, Task } from '../../plan/model';
import { parentsOf } from '../../plan/parents';

/** Tells whether an item has to do with the end of a milestone. */
export type IsRelated = (item: Task | Milestone | Risk) => boolean;

/** The tasks of one state of a plan, by what is asked of them. */
interface Tasks {
  readonly byKey: ReadonlyMap<string, Task>;
  /** By key of a milestone or of a task above them. */
  readonly inside: ReadonlyMap<string, readonly Task[]>;
}

/**
 * Finds what has to do with the end of a milestone, by its key: the milestone itself and its tasks, what they wait for
 * directly or through others, the tasks above those, and risks that hold the milestone up.
 * @param plans the states of the plan in which it may have to do with it
 */
export function relations(plans: readonly Plan[]): (milestone: string) => IsRelated {
  const states = plans.map(tasksOf);
  return milestone => {
    const found = new Set<string>([milestone]);
    for (const state of states) {
      addRelated(state, milestone, found);
    }
    return item =>
      item.kind === 'risk'
        ? item.milestone === undefined || found.has(item.milestone)
        : found.has(item.key) || (item.kind === 'task' && item.milestone === milestone);
  };
}

function tasksOf({ tasks }: Plan): Tasks {
  const byKey = new Map(tasks.map(task => [task.key, task] as const).toReversed());
  const inside = new Map<string, Task[]>();
  for (const task of tasks) {
    for (const key of [task.milestone, ...parentsOf(task, byKey).map(above => above.key)]) {
      if (key !== undefined) {
        addTo(inside, key, task);
      }
    }
  }
  return { byKey, inside };
}

function addRelated({ byKey, inside }: Tasks, milestone: string, found: Set<string>): void {
  const queue = [milestone];
  const seen = new Set(queue);
  for (const key of queue) {
    found.add(key);
    const own = byKey.get(key);
    const members = inside.get(key) ?? [];
    const chains = [own, ...members].filter(task => task !== undefined);
    const next = chains.flatMap(task => [
      task.key,
      ...[task, ...parentsOf(task, byKey)].flatMap(one => [one.key, ...one.dependsOn.map(on => on.key)]),
    ]);
    // A task above others is done with all of them, but its other tasks are no reason that one of them ends later.
    const above = new Set(chains.flatMap(task => parentsOf(task, byKey).map(one => one.key)));
    for (const one of next) {
      found.add(one);
      if (!seen.has(one) && !above.has(one)) {
        seen.add(one);
        queue.push(one);
      }
    }
  }
}

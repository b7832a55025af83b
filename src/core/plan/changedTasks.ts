import type { Plan, Task } from './model';

/**
 * The tasks that an edit has replaced, before and after. Tasks that an edit leaves alone are the same
 * objects in both plans.
 * @returns undefined when tasks came, went or moved, or when more than a few are different
 */
export function changedTasks(before: Plan, after: Plan): readonly (readonly [Task, Task])[] | undefined {
  if (before.tasks.length !== after.tasks.length) {
    return undefined;
  }
  const changed: [Task, Task][] = [];
  // A plain loop, since it runs over all tasks at every keystroke.
  for (let index = 0; index < after.tasks.length; index++) {
    const old = before.tasks[index] as Task;
    const task = after.tasks[index] as Task;
    if (old !== task) {
      if (old.key !== task.key || changed.length === MOST_CHANGED) {
        return undefined;
      }
      changed.push([old, task]);
    }
  }
  return changed;
}

/** Beyond this, looking at everything is as cheap. */
const MOST_CHANGED = 50;

import type { Task } from './model';

/** Levels of parents that a task may have above it. */
export const MOST_PARENTS = 50;

/**
 * The tasks above a task, the nearest first. No more than there may be: where plans are merged, parents may form a
 * longer chain than any file does, or a circle.
 * @param byKey the first task with each key
 */
export function parentsOf({ parent }: Task, byKey: ReadonlyMap<string, Task>): readonly Task[] {
  const above = new Set<Task>();
  let at = parent === undefined ? undefined : byKey.get(parent);
  while (at && above.size < MOST_PARENTS && !above.has(at)) {
    above.add(at);
    at = at.parent === undefined ? undefined : byKey.get(at.parent);
  }
  return [...above];
}

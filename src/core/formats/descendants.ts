import type { Plan, Task } from '../plan/model';

/** All tasks below a task, at whatever depth. */
export function descendantsOf({ tasks }: Pick<Plan, 'tasks'>, { key }: Task): readonly Task[] {
  const found = new Set<Task>();
  const above = new Set([key]);
  let before = -1;
  while (found.size > before) {
    before = found.size;
    for (const task of tasks) {
      if (task.parent !== undefined && above.has(task.parent) && task.key !== key) {
        found.add(task);
        above.add(task.key);
      }
    }
  }
  return [...found];
}

import type { Plan, Task } from '../plan/model';
import { nameOf } from '../plan/nameOf';
import { descendantsOf } from './descendants';
import type { Destination, MoveRefusal } from './moving';

/** The tasks of a choice that are moved, in the order of the plan: those below one of them go with it. */
export function movedTasks(plan: Plan, chosen: readonly Task[]): readonly Task[] {
  const below = new Set(chosen.flatMap(task => descendantsOf(plan, task)));
  const all = new Set(chosen);
  return plan.tasks.filter(task => all.has(task) && !below.has(task));
}

/** Why tasks cannot be moved there: nothing goes into itself, or behind or below what lies in it. */
export function moveRefusal(plan: Plan, moved: readonly Task[], to: Destination): MoveRefusal | undefined {
  if (to.kind === 'milestone') {
    return undefined;
  }
  const into = moved.find(task => task === to.task || descendantsOf(plan, task).includes(to.task));
  return into && { code: 'into-itself', args: [nameOf(into)] };
}

import { isOver } from '../plan/category';
import type { Plan, Task } from '../plan/model';
import { nameOf } from '../plan/nameOf';
import { nestingCircle } from './dependencyCircle';
import { descendantsOf } from './descendants';
import type { Destination, MoveRefusal } from './moving';

/** The tasks of a choice that are moved, in the order of the plan: those below one of them go with it. */
export function movedTasks(plan: Plan, chosen: readonly Task[]): readonly Task[] {
  const below = new Set(chosen.flatMap(task => descendantsOf(plan, task)));
  const all = new Set(chosen);
  return plan.tasks.filter(task => all.has(task) && !below.has(task));
}

/**
 * Why tasks cannot be moved there: nothing goes into itself, or behind or below what lies in it, nor below what it waits
 * for or what waits for it, unless it is over.
 */
export function moveRefusal(plan: Plan, moved: readonly Task[], to: Destination): MoveRefusal | undefined {
  if (to.kind === 'milestone') {
    return undefined;
  }
  const into = moved.find(task => task === to.task || descendantsOf(plan, task).includes(to.task));
  if (into) {
    return { code: 'into-itself', args: [nameOf(into)] };
  }
  const parent = to.kind === 'under' ? to.task : plan.tasks.find(({ key }) => key === to.task.parent);
  const [circle] = parent
    ? moved
        .filter(task => task.parent !== parent.key && !isOver(task.category))
        .flatMap(task => {
          const found = nestingCircle(plan, task, parent);
          return found ? [found] : [];
        })
    : [];
  return circle && { code: 'dependency-circle', args: [circle.join(', ')] };
}

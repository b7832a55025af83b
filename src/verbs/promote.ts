import type { Plan, Task } from '../core/plan/model';
import type { Outcome, Writing, Written } from './verb';

/**
 * Makes a file of a task that is a line of a list; the line then refers to it. Nothing that the line says is lost. It
 * fails where the task is no line, or its format has no other form.
 */
export function promote(
  { store, write }: Writing,
  { plan, task }: { readonly plan: Pick<Plan, 'uid'>; readonly task: Pick<Task, 'uid'> },
): Promise<Outcome<Written>> {
  return write(() => store.planPromote(plan.uid, task.uid));
}

import type { Plan, Task } from '../core/plan/model';
import type { Outcome, Writing, Written } from './verb';

/**
 * Makes files of tasks that are lines of a list, by one edit; the lines then refer to them. Nothing that a line says is
 * lost. It fails where one is no line, or its format has no other form.
 */
export function promote(
  { store, write }: Writing,
  { plan, tasks }: { readonly plan: Pick<Plan, 'uid'>; readonly tasks: readonly Pick<Task, 'uid'>[] },
): Promise<Outcome<Written>> {
  const uids = tasks.map(({ uid }) => uid);
  return write(() => store.planMove(plan.uid, uids, 'file'));
}

import type { TaskForm } from '../core/formats/moving';
import type { Plan, Task } from '../core/plan/model';
import type { Outcome, Writing, Written } from './verb';

/**
 * Makes files of tasks that are lines of a list, or lines of those that have files, by one edit. Nothing that a task says
 * is lost: it fails where the other form cannot hold it, where one has that form already, and where its format has no other.
 */
export function reform(
  { store, write }: Writing,
  wish: {
    readonly plan: Pick<Plan, 'uid'>;
    readonly tasks: readonly Pick<Task, 'uid'>[];
    readonly as: TaskForm;
  },
): Promise<Outcome<Written>> {
  const uids = wish.tasks.map(({ uid }) => uid);
  return write(() => store.planMove(wish.plan.uid, uids, wish.as));
}

import type { IsoDate } from '../../base/dates';
import type { Plan, Task } from '../../plan/model';
import { bindingDue } from '../bindingDue';
import { leftScope } from '../progress/leftScope';
import type { Queue } from './throughput';

/** The tasks that are work of their own: done or not, but still in scope, and not summed up by subtasks. */
export function ownWork(plan: Pick<Plan, 'tasks' | 'milestones'>): readonly Task[] {
  const parents = new Set(plan.tasks.flatMap(({ parent }) => parent ?? []));
  const isOut = leftScope(plan);
  return plan.tasks.filter(task => !isOut(task) && (task.key === '' || !parents.has(task.key)));
}

/**
 * Open tasks by milestone, in the order in which they are served: by the due date that is still to be kept, then those
 * without one in the order of the plan, then tasks without a milestone.
 * @param isOpen whether a task is still to be done; as it is now unless said otherwise
 */
export function queuesOf(
  plan: Pick<Plan, 'tasks' | 'milestones'>,
  isOpen: (task: Task) => boolean = ({ category }) => category !== 'done',
): Queue[] {
  return inTurn(
    plan.milestones.map(one => ({ key: one.key, due: bindingDue(one) })),
    ownWork(plan)
      .filter(isOpen)
      .map(({ milestone = '' }) => milestone),
  );
}

/**
 * Groups of open work in the order in which they are served, from the milestone of each open task.
 * @param of keys; '' for a task without a milestone
 */
export function inTurn(
  milestones: readonly { readonly key: string; readonly due?: IsoDate | undefined }[],
  of: readonly string[],
): Queue[] {
  const counts = new Map<string, number>();
  for (const key of of) {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const order = [...milestones].sort((a, b) => compareDue(a.due, b.due));
  return [...order.map(({ key }) => key), ''].map(key => ({ key, remaining: counts.get(key) ?? 0 }));
}

function compareDue(a: string | undefined, b: string | undefined): number {
  return a === b ? 0 : a === undefined ? 1 : b === undefined ? -1 : a < b ? -1 : 1;
}

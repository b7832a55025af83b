import type { Plan, Task } from '../../plan/model';

/**
 * Whether a task has left the scope of its plan: it is dropped, or still open in a milestone that is. What a dropped
 * milestone has done stays done.
 */
export function leftScope({
  milestones,
}: Pick<Plan, 'milestones'>): (task: Pick<Task, 'category' | 'milestone'>) => boolean {
  const dropped = new Set(milestones.filter(({ status }) => status === 'dropped').map(({ key }) => key));
  return ({ category, milestone }) =>
    category === 'dropped' || (category !== 'done' && milestone !== undefined && dropped.has(milestone));
}

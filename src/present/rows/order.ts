import type { Milestone, Task } from '../../core/plan/model';
import { severityRank } from '../findings';
import { healthRank, shownHealth } from '../health';
import { byDue } from '../planIndex';
import type { MilestoneOptions } from './milestoneOptions';
import type { Scope } from './scope';

type Order<T> = (a: T, b: T) => number;

/**
 * Milestones as they are asked for: by due date, or the worst health first. A word of their own that says nothing
 * about health leaves it to the figures, and nothing can happen any more to what was dropped.
 */
export function milestoneOrder({ insight }: Scope, { sortBy }: MilestoneOptions): Order<Milestone> {
  const rank = (milestone: Milestone): number => {
    const computed = insight?.healths.get(milestone.uid);
    return milestone.status === 'dropped'
      ? Infinity
      : healthRank(shownHealth(milestone, computed)?.health ?? computed?.computed);
  };
  return sortBy === 'due' ? byDue : (a, b) => compare(rank(a), rank(b)) || byDue(a, b);
}

/** Tasks as they are asked for: by due date, or by the most severe finding of a task and of what is below it. */
export function taskOrder({ findings, index }: Scope, { sortBy }: MilestoneOptions): Order<Task> {
  const known = new Map<Task, number>();
  const rank = (task: Task): number => {
    let worst = known.get(task);
    if (worst === undefined) {
      const [own] = findings.bySubject.get(`task:${task.uid}`) ?? [];
      worst = own ? severityRank(own) : Infinity;
      // Already known where parents go in a circle.
      known.set(task, worst);
      worst = Math.min(worst, ...(index.byParent.get(task.key) ?? []).map(rank));
      known.set(task, worst);
    }
    return worst;
  };
  return sortBy === 'due' ? byDue : (a, b) => compare(rank(a), rank(b)) || byDue(a, b);
}

/** Without the trap of a difference of infinities. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

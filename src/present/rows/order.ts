import type { Milestone, Task } from '../../core/plan/model';
import { severityRank } from '../findings';
import { healthRank, shownHealth } from '../health';
import { byDue } from '../planIndex';
import type { MilestoneOptions } from './milestoneOptions';
import type { Scope } from './scope';

type Order<T> = (a: T, b: T) => number;

/** Milestones as they are asked for: by due date, or the worst health first. */
export function milestoneOrder(scope: Scope, { sortBy }: MilestoneOptions): Order<Milestone> {
  const rank = (milestone: Milestone): number =>
    healthRank(shownHealth(milestone, scope.insight?.healths.get(milestone.uid))?.health);
  return sortBy === 'due' ? byDue : (a, b) => rank(a) - rank(b) || byDue(a, b);
}

/** Tasks as they are asked for: by due date, or by the most severe of their findings. */
export function taskOrder({ findings }: Scope, { sortBy }: MilestoneOptions): Order<Task> {
  const rank = ({ uid }: Task): number => {
    const [worst] = findings.bySubject.get(`task:${uid}`) ?? [];
    return worst ? severityRank(worst) : Infinity;
  };
  return sortBy === 'due' ? byDue : (a, b) => compare(rank(a), rank(b)) || byDue(a, b);
}

/** Without the trap of a difference of infinities. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

import type { Milestone, Task } from '../../core/plan/model';
import { severityRank } from '../findings';
import { healthRank, shownHealth } from '../health';
import { byDue } from '../planIndex';
import type { MilestoneOptions } from '../../shared/milestoneOptions';
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
  if (sortBy === 'due') {
    return byDue;
  }
  const own = new Map<string, number>();
  const below = new Map<string, number>();
  for (const [{ uid, parent }, rank] of rankedTasks(findings, index)) {
    own.set(uid, rank);
    // Upwards, since there the way ends: the first task of several with one id counts.
    for (let key = parent; key !== undefined && rank < (below.get(key) ?? Infinity);) {
      below.set(key, rank);
      key = index.byKey.get(key)?.parent;
    }
  }
  const rank = ({ uid, key }: Task): number => Math.min(own.get(uid) ?? Infinity, below.get(key) ?? Infinity);
  return (a, b) => compare(rank(a), rank(b)) || byDue(a, b);
}

/** Tasks that have findings, each with the rank of its most severe one. */
function* rankedTasks({ bySubject }: Scope['findings'], { byUid }: Scope['index']): Iterable<[Task, number]> {
  for (const [subject, [worst]] of bySubject) {
    const task = subject.startsWith('task:') && byUid.get(subject.slice('task:'.length));
    if (task && worst) {
      yield [task, severityRank(worst)];
    }
  }
}

/** Without the trap of a difference of infinities. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

import type { Milestone, Task } from '../../core/plan/model';
import { severityRank } from '../findings';
import { healthRank, shownHealth } from '../health';
import { byDue } from '../planIndex';
import type { MilestoneOptions } from '../../shared/milestoneOptions';
import type { Scope } from './scope';

/** How values are compared; undefined where they stay in the order of the plan. */
export type Order<T> = ((a: T, b: T) => number) | undefined;

/** Values as they are asked for. */
export function ordered<T>(values: readonly T[], order: Order<T>): readonly T[] {
  return order ? [...values].sort(order) : values;
}

/**
 * Milestones as they are asked for: by due date, by start, as the plan has them, or the worst health first. Nothing can
 * happen any more to what was dropped.
 */
export function milestoneOrder(
  { facts, insight }: Scope,
  { sortBy }: Pick<MilestoneOptions, 'sortBy'>,
): Order<Milestone> {
  switch (sortBy) {
    case 'due':
      return byDue;
    case 'start':
      return byDay(({ start }) => start);
    case 'plan':
      return undefined;
    case 'risk': {
      const rank = (milestone: Milestone): number =>
        milestone.status === 'dropped'
          ? Infinity
          : healthRank(
              shownHealth(milestone, facts, insight)?.health ?? insight?.healths.get(milestone.uid)?.computed,
            );
      return (a, b) => compare(rank(a), rank(b)) || byDue(a, b);
    }
  }
}

/**
 * Tasks as they are asked for: by due date, by start (their own, else the one of the schedule), as the plan has them, or
 * by the most severe finding of a task and of what is below it.
 */
export function taskOrder(scope: Scope, { sortBy }: Pick<MilestoneOptions, 'sortBy'>): Order<Task> {
  switch (sortBy) {
    case 'due':
      return byDue;
    case 'start':
      return byDay(({ uid, start }) => start ?? scope.insight?.schedule.tasks.get(uid)?.limitedStart);
    case 'plan':
      return undefined;
    case 'risk':
      return worstFirst(scope);
  }
}

function worstFirst({ findings, index }: Scope): Order<Task> {
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

/** What begins first to the top, what has no day to the end, and what begins together by due date. */
function byDay<T extends { readonly due?: string }>(dayOf: (value: T) => string | undefined): Order<T> {
  return (a, b) => byDue({ due: dayOf(a) ?? '9999' }, { due: dayOf(b) ?? '9999' }) || byDue(a, b);
}

/** Without the trap of a difference of infinities. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

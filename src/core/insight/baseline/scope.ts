import type { Estimate } from '../../plan/estimate';
import type { Plan, Task } from '../../plan/model';
import { ownWork } from '../forecast/queues';
import type { Shift } from '../effect/shift';
import { leftScope } from '../progress/leftScope';
import { firstByKey } from './firstByKey';

/** Work that has come or gone. */
export interface ScopeTask {
  readonly uid: string;
  readonly id: string;
  readonly title: string;
  readonly estimate?: Estimate;
  /**
   * `new`: it was not there, `reopened`: it was dropped, `alone`: its subtasks are gone; and the other way round
   * `gone`, `dropped`, `split`: its subtasks are the work now.
   */
  readonly why: 'new' | 'reopened' | 'alone' | 'gone' | 'dropped' | 'split';
}

/** A task whose estimate has changed since the baseline. */
export interface EstimateChange {
  readonly uid: string;
  readonly id: string;
  readonly title: string;
  readonly estimate: Shift<Estimate>;
}

/** Estimates together: working hours, and points for those in points. */
export interface Effort {
  readonly tasks: number;
  readonly hours: number;
  readonly points: number;
  /** Tasks that have no estimate, and so are not in the figures. */
  readonly unestimated: number;
}

/** How the scope has changed. */
export interface ScopeChange {
  readonly added: readonly ScopeTask[];
  readonly removed: readonly ScopeTask[];
  readonly estimates: readonly EstimateChange[];
}

/** What is needed of a plan to tell its scope. */
type Scoped = Pick<Plan, 'tasks' | 'milestones'>;

/**
 * Which work is in a plan and was not, and the other way round. Work is a task that is not dropped and has no
 * subtasks, done or not: dropping it or its milestone takes it out, and splitting it puts its subtasks in its place.
 */
export function scopeSince(then: Scoped, now: Scoped): ScopeChange {
  const [all, were, are] = [firstByKey(then.tasks), firstByKey(ownWork(then)), firstByKey(ownWork(now))];
  const allNow = firstByKey(now.tasks);
  const [wasOut, isOut] = [leftScope(then), leftScope(now)];
  const estimates = [...are.values()].flatMap((task): EstimateChange[] => {
    const was = were.get(task.key);
    return was && !same(was.estimate, task.estimate)
      ? [{ ...named(task), estimate: { from: was.estimate, to: task.estimate } }]
      : [];
  });
  const added = [...are.values()].filter(({ key }) => !were.has(key));
  const removed = [...were.values()].filter(({ key }) => !are.has(key));
  return {
    added: added.map(task => scopeTask(task, whyNot(all.get(task.key), wasOut, 'new', 'reopened', 'alone'))),
    removed: removed.map(task =>
      scopeTask(task, whyNot(allNow.get(task.key), isOut, 'gone', 'dropped', 'split')),
    ),
    estimates,
  };
}

/** Adds up estimates; three points count by their mean. */
export function effortOf(tasks: readonly Pick<ScopeTask, 'estimate'>[]): Effort {
  const effort = { tasks: tasks.length, hours: 0, points: 0, unestimated: 0 };
  for (const { estimate } of tasks) {
    if (estimate) {
      effort[estimate.unit] += estimate.value;
    } else {
      effort.unestimated++;
    }
  }
  return effort;
}

/** Why a task is no work on the other side. */
function whyNot(
  other: Task | undefined,
  isOut: (task: Task) => boolean,
  absent: ScopeTask['why'],
  dropped: ScopeTask['why'],
  summary: ScopeTask['why'],
): ScopeTask['why'] {
  return !other ? absent : isOut(other) ? dropped : summary;
}

function scopeTask(task: Task, why: ScopeTask['why']): ScopeTask {
  return { ...named(task), ...(task.estimate && { estimate: task.estimate }), why };
}

function named({ uid, id, title }: Task): Pick<ScopeTask, 'uid' | 'id' | 'title'> {
  return { uid, id, title };
}

function same(a: Estimate | undefined, b: Estimate | undefined): boolean {
  return a?.unit === b?.unit && a?.value === b?.value && String(a?.three ?? '') === String(b?.three ?? '');
}

import type { Plan, Task } from '../plan/model';

/** How far a set of tasks is. Always shown with its counts. */
export interface Progress {
  /** Tasks in scope: dropped ones and those summed up by subtasks are not counted. */
  readonly total: number;
  readonly done: number;
  readonly dropped: number;
  /** 0–1. */
  readonly value: number;
  /** What a task weighs by: working time, points, or one each. */
  readonly unit: 'time' | 'points' | 'count';
  /** Tasks whose weight is assumed (the median of the others). */
  readonly assumed: number;
}

export interface PlanProgress {
  readonly plan: Progress;
  /** By milestone key; tasks without a milestone under ''. */
  readonly milestones: ReadonlyMap<string, Progress>;
  /** By task uid, 0–1. */
  readonly tasks: ReadonlyMap<string, number>;
}

export type ProgressOf = (plan: Plan, tasks: readonly Task[]) => Progress;

import type { PlanHistory, TaskLife } from '../../../core/insight/history/planHistory';
import type { InsightInput, InsightQuestion, PlanInsight } from '../../../core/insight/planInsight';

/**
 * Host → worker. What is long comes in parts before the question it is for, by the number of its plan, so that no
 * message takes long to copy. A history holds for later questions, too.
 */
export type ToWorker =
  | { readonly kind: 'tasks'; readonly plan: number; readonly tasks: InsightInput['plan']['tasks'] }
  | { readonly kind: 'history'; readonly plan: number; readonly history: Omit<PlanHistory, 'tasks'> }
  | { readonly kind: 'lives'; readonly plan: number; readonly lives: readonly [string, TaskLife][] }
  | {
      readonly kind: 'compute';
      readonly id: number;
      /** Their plans without tasks, and without their histories. */
      readonly inputs: readonly InsightInput[];
      /** The plans that have a history. */
      readonly withHistory: readonly number[];
      readonly today: string;
      readonly question: InsightQuestion;
    };

/** Worker → host. */
export type FromWorker =
  /** It can be asked. */
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'answer';
      readonly id: number;
      /** Without the histories, which the host has. */
      readonly insights: readonly Omit<PlanInsight, 'history'>[];
    }
  | { readonly kind: 'failure'; readonly id: number; readonly detail: string };

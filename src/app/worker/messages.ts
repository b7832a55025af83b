import type { InsightInput, InsightQuestion, PlanInsight } from '../../core/insight/planInsight';

/** Host → worker. Tasks come in parts before the question they are for, so that no message is long. */
export type ToWorker =
  | { readonly kind: 'tasks'; readonly plan: number; readonly tasks: InsightInput['plan']['tasks'] }
  | {
      readonly kind: 'compute';
      readonly id: number;
      /** Their plans without tasks. */
      readonly inputs: readonly InsightInput[];
      readonly today: string;
      readonly question: InsightQuestion;
    };

/** Worker → host. */
export type FromWorker =
  | { readonly kind: 'answer'; readonly id: number; readonly insights: readonly PlanInsight[] }
  | { readonly kind: 'failure'; readonly id: number; readonly detail: string };

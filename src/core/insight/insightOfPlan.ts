import type { Plan } from '../plan/model';
import type { PlanInsight } from './planInsight';

/** A plan with its insight. */
export interface InsightOfPlan {
  readonly plan: Plan;
  readonly insight: PlanInsight;
}

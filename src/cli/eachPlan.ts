import type { InsightOfPlan } from '../core/insight/insightOfPlan';

/** A table of each plan, below its name where there are several. */
export function eachPlan(
  plans: readonly InsightOfPlan[],
  table: (plan: InsightOfPlan) => readonly string[],
): string[] {
  return plans.flatMap((one, index) => [
    ...(index > 0 ? [''] : []),
    ...(plans.length > 1 ? [one.plan.name] : []),
    ...table(one),
  ]);
}

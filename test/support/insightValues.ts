import type { InsightOutcome } from '../../src/core/insight/insightProblem';
import type { PlanInsight } from '../../src/core/insight/planInsight';

/** The insights of an answer that is one. */
export async function insightValues(asked: Promise<InsightOutcome>): Promise<readonly PlanInsight[]> {
  const outcome = await asked;
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
}

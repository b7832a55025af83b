import type { InsightOfPlan } from '../core/insight/insightOfPlan';
import type { InsightQuestion } from '../core/insight/planInsight';
import type { Outcome, Reading } from './verb';

/** The insight of all plans, which share their people. It fails where there is none to be had. */
export async function insightOfPlans(
  { store }: Reading,
  question?: InsightQuestion,
): Promise<Outcome<readonly InsightOfPlan[]>> {
  const { plans } = store.snapshot;
  const outcome = await store.insight(plans, question);
  if (!outcome.ok) {
    return outcome;
  }
  const value = plans.flatMap(({ plan }, index) => {
    const insight = outcome.value[index];
    return insight ? [{ plan, insight }] : [];
  });
  return { ok: true, value };
}

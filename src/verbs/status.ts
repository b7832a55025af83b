import type { InsightProblem } from '../core/insight/insightProblem';
import type { PlanInsight } from '../core/insight/planInsight';
import type { PlanFacts } from '../core/snapshot';
import type { Outcome, Reading } from './verb';

/** A plan, and what is computed from it as far as that was possible. */
export interface PlanStatus {
  readonly facts: PlanFacts;
  readonly insight: PlanInsight | undefined;
}

/** All plans, and why there is no insight. */
export interface Status {
  readonly plans: readonly PlanStatus[];
  readonly problem?: InsightProblem;
}

/**
 * Progress, tasks and findings of all plans.
 * @param ref of the commit whose plans are meant; those of the working tree without one
 */
export async function status(
  { store }: Reading,
  { ref }: { readonly ref?: string | undefined } = {},
): Promise<Outcome<Status>> {
  const facts: PlanFacts[] = [];
  for (const here of store.snapshot.plans) {
    const there = ref === undefined ? undefined : await store.planAt(here.plan.uid, ref);
    if (there && !there.ok) {
      return there;
    }
    facts.push(there?.value ?? here);
  }
  const outcome = await store.insight(facts);
  const plans = facts.map((one, index) => ({
    facts: one,
    insight: outcome.ok ? outcome.value[index] : undefined,
  }));
  return { ok: true, value: { plans, ...(!outcome.ok && { problem: outcome.problem }) } };
}

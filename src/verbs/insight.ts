import type { Store } from '../app/store';
import type { InsightOfPlan } from '../core/insight/insightOfPlan';
import type { InsightOutcome } from '../core/insight/insightProblem';
import type { InsightQuestion } from '../core/insight/planInsight';
import type { PlanFacts } from '../core/snapshot';
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

/** A question about several plans at once, and which of the answers is about one plan. */
export interface AskedInsight {
  /** -1 where the plan was not among them. */
  readonly index: number;
  /** The store's own promise, which is the same as long as the plans and the question are. */
  readonly asked: Promise<InsightOutcome>;
}

/**
 * Asks for the insight of a plan beside the other plans, as the working tree has them.
 * @param plan `Plan.uid`
 * @param facts of the plan, where it is meant as another commit has it
 */
export function insightBeside(
  { store }: { readonly store: Pick<Store, 'insight' | 'snapshot'> },
  plan: string,
  facts: PlanFacts | undefined,
  question: InsightQuestion,
): AskedInsight {
  const all = store.snapshot.plans.map(one => (facts && one.plan.uid === plan ? facts : one));
  return { index: indexOf(all, plan), asked: store.insight(all, question) };
}

/**
 * Asks for the insight of a plan as it was at a revision, with everybody's other work as it was then, too. What was not
 * there had none.
 * @param plan `Plan.uid`
 */
export async function insightThen(
  { store }: { readonly store: Pick<Store, 'insight' | 'planThen' | 'snapshot'> },
  plan: string,
  revision: string,
  question: InsightQuestion,
): Promise<AskedInsight> {
  const answers = await Promise.all(store.snapshot.plans.map(one => store.planThen(one.plan.uid, revision)));
  const thens = answers.flatMap(answer => (answer.ok ? [answer.value] : []));
  return { index: indexOf(thens, plan), asked: store.insight(thens, question) };
}

function indexOf(all: readonly PlanFacts[], uid: string): number {
  return all.findIndex(({ plan }) => plan.uid === uid);
}

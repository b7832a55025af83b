import type { Effect } from '../core/insight/effect/effect';
import type { Review } from '../core/insight/review/review';
import type { Plan } from '../core/plan/model';
import type { Outcome, Reading } from './verb';

/** What is reviewed. */
export interface ReviewWish {
  /** `Plan.uid`; every plan without it. */
  readonly plan?: string | undefined;
  /** The default branch without it. */
  readonly base?: string | undefined;
  /** The checked-out state without it. */
  readonly head?: string | undefined;
}

/** What a range of commits means for a plan. */
export interface PlanReview {
  readonly plan: Plan;
  readonly review: Review;
  /** What merging it would move; undefined where that cannot be told. */
  readonly effect: Effect | undefined;
}

/** What a range of commits means for each plan, or for one. */
export async function review(
  { store }: Reading,
  { plan: meant, base, head }: ReviewWish = {},
): Promise<Outcome<readonly PlanReview[]>> {
  const reviews: PlanReview[] = [];
  const range = { ...(base !== undefined && { base }), ...(head !== undefined && { head }) };
  for (const { plan } of store.snapshot.plans.filter(one => one.plan.uid === (meant ?? one.plan.uid))) {
    const outcome = await store.review(plan.uid, range);
    if (!outcome.ok) {
      return outcome;
    }
    const effect = await store.effect(plan.uid, range);
    reviews.push({ plan, review: outcome.value, effect: effect.ok ? effect.value : undefined });
  }
  return { ok: true, value: reviews };
}

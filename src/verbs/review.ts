import type { Effect } from '../core/insight/effect/effect';
import type { Review } from '../core/insight/review/review';
import type { Plan } from '../core/plan/model';
import type { Outcome, Reading } from './verb';

/** What a range of commits means for a plan. */
export interface PlanReview {
  readonly plan: Plan;
  readonly review: Review;
  /** What merging it would move; undefined where that cannot be told. */
  readonly effect: Effect | undefined;
}

/**
 * What a range of commits means for each plan.
 * @param base the default branch without one
 * @param head the checked-out state without one
 */
export async function review(
  { store }: Reading,
  range: { readonly base?: string; readonly head?: string } = {},
): Promise<Outcome<readonly PlanReview[]>> {
  const reviews: PlanReview[] = [];
  for (const { plan } of store.snapshot.plans) {
    const outcome = await store.review(plan.uid, range);
    if (!outcome.ok) {
      return outcome;
    }
    const effect = await store.effect(plan.uid, range);
    reviews.push({ plan, review: outcome.value, effect: effect.ok ? effect.value : undefined });
  }
  return { ok: true, value: reviews };
}

import type { PlanFacts } from '../core/snapshot';
import { findPlan } from './findPlan';
import { review, type PlanReview, type ReviewWish } from './review';
import type { Outcome, Reading } from './verb';

/** A review, and the plan as it stands where the range ends. */
export interface ReviewedPlan extends PlanReview {
  readonly facts: PlanFacts;
}

/** What a range of commits means for each plan, or for one, with the plan at its end. */
export async function reviewSummary(
  { store }: Reading,
  wish: ReviewWish = {},
): Promise<Outcome<readonly ReviewedPlan[]>> {
  const reviews = await review({ store }, wish);
  if (!reviews.ok) {
    return reviews;
  }
  const value: ReviewedPlan[] = [];
  for (const one of reviews.value) {
    const there = wish.head === undefined ? undefined : await store.planAt(one.plan.uid, wish.head);
    const facts = there?.ok ? there.value : findPlan(store.snapshot, one.plan.uid)?.facts;
    value.push(...(facts ? [{ ...one, facts }] : []));
  }
  return { ok: true, value };
}

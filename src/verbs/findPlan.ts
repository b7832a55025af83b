import type { PlanFacts, Repo, Snapshot } from '../core/snapshot';

/** A plan as the working tree has it, and the repository that it lies in, if it lies in one. */
export interface FoundPlan {
  readonly facts: PlanFacts;
  readonly repo: Repo | undefined;
}

/**
 * The plan by its uid; undefined when it is gone.
 * @param uid `Plan.uid`
 */
export function findPlan({ plans, repos }: Snapshot, uid: string): FoundPlan | undefined {
  const facts = plans.find(({ plan }) => plan.uid === uid);
  return facts && { facts, repo: repos.find(({ top }) => top === facts.repo) };
}

/** The root of a plan that has such a file, relative to the root; undefined when it has none. */
export function rootWithFile(snapshot: Snapshot, uid: string, file: string): string | undefined {
  const { plan } = findPlan(snapshot, uid)?.facts ?? {};
  return plan?.files.includes(file) ? plan.root : undefined;
}

/**
 * Whether there are plans, or one that has read a file.
 * @param place `path` is relative to the root; undefined for any plan
 */
export function hasPlans(
  { plans }: Snapshot,
  place: { readonly root: string; readonly path: string } | undefined,
): boolean {
  return plans.some(({ plan }) => !place || (plan.root === place.root && plan.files.includes(place.path)));
}

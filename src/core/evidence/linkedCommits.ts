import type { Steps } from '../base/steps';
import type { Graph } from './graph/graph';
import type { Commit } from './graph/history';
import { differingKeys } from './graph/layeredMap';
import type { PlanEvidence } from './link';

type ByCommit = PlanEvidence['byCommit'];

/** By the commits of a graph: what was found in the evidence of some plans. */
const known = new WeakMap<
  Graph['commits'],
  { readonly plans: readonly ByCommit[]; readonly linked: Uint8Array }
>();

/** How many commits are looked at in one step. */
const STEP = 5_000;

/**
 * Marks with 1, by their numbers, the commits that some plan links. After new commits, or when links have changed,
 * only those are looked at.
 */
export function* linkedSteps(
  plans: readonly ByCommit[],
  { commits, numbers, grownFrom }: Graph,
): Steps<Uint8Array> {
  const same = known.get(commits);
  const last = same ?? (grownFrom && known.get(grownFrom.commits));
  const shared = same ? commits.length : (grownFrom?.shared ?? 0);
  const isLinked = (hash: string): number => (plans.some(links => links.has(hash)) ? 1 : 0);
  const different =
    last?.plans.length === plans.length
      ? plans.map((links, plan) => differingKeys(last.plans[plan] as ByCommit, links))
      : [undefined];
  const linked = new Uint8Array(commits.length);
  let from = 0;
  if (last && different.every(keys => keys !== undefined)) {
    from = shared;
    linked.set(last.linked.subarray(0, shared));
    for (const hash of different.flatMap(keys => [...keys])) {
      const n = numbers.numberOf(hash);
      if (n >= 0) {
        linked[n] = isLinked(hash);
      }
    }
  }
  for (let n = from; n < commits.length; n++) {
    linked[n] = isLinked((commits[n] as Commit).hash);
    if (n % STEP === 0) {
      yield;
    }
  }
  known.set(commits, { plans, linked });
  return linked;
}

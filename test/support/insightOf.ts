import type { PlanHistory } from '../../src/core/insight/history/planHistory';
import { computeInsight } from '../../src/core/insight/planInsight';
import type { PlanInsight } from '../../src/core/insight/planInsight';
import type { PlanFacts } from '../../src/core/snapshot';

/** What follows from one plan, on its day. */
export function insightOf({ plan, evidence, today }: PlanFacts, history?: PlanHistory): PlanInsight {
  const input = { plan, observed: evidence?.observed ?? new Map(), ...(history && { history }) };
  const [insight] = computeInsight([input], today);
  return insight as PlanInsight;
}

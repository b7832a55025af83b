import { dayOf } from '../../base/dates';
import type { PlanFacts } from '../../snapshot';

/** Facts whose `today` lies in the past, without the evidence of work that began after that day. */
export function asOf(facts: PlanFacts): PlanFacts {
  const { evidence, plan, today } = facts;
  if (!evidence) {
    return facts;
  }
  const observed = [...evidence.observed].filter(
    ([, { firstWork }]) => firstWork === undefined || dayOf(firstWork, plan.settings.timezone) <= today,
  );
  return { ...facts, evidence: { ...evidence, observed: new Map(observed) } };
}

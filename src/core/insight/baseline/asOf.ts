import { dayOf } from '../../plan/dates';
import type { IsoDate } from '../../plan/dates';
import type { PlanFacts } from '../../snapshot';

/** Facts of a plan at an earlier commit, without the evidence of work that began after a day. */
export function asOf(facts: PlanFacts, day: IsoDate): PlanFacts {
  const { evidence, plan } = facts;
  if (!evidence) {
    return facts;
  }
  const observed = [...evidence.observed].filter(
    ([, { firstWork }]) => firstWork === undefined || dayOf(firstWork, plan.settings.timezone) <= day,
  );
  return { ...facts, evidence: { ...evidence, observed: new Map(observed) } };
}

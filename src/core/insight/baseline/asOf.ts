import type { IsoDate } from '../../base/dates';
import { dayOf } from '../../base/dates';
import type { PlanEvidence } from '../../evidence/link';
import type { Plan } from '../../plan/model';

/** What it looks at of facts. */
interface Dated {
  readonly plan: Plan;
  readonly today: IsoDate;
  readonly evidence?: PlanEvidence;
}

/** Facts whose `today` lies in the past, without the evidence of work that began after that day. */
export function asOf<Facts extends Dated>(facts: Facts): Facts {
  const { evidence, plan, today } = facts;
  if (!evidence) {
    return facts;
  }
  const observed = [...evidence.observed].filter(
    ([, { firstWork }]) => firstWork === undefined || dayOf(firstWork, plan.settings.timezone) <= today,
  );
  return { ...facts, evidence: { ...evidence, observed: new Map(observed) } };
}

import type { InsightOfPlan } from '../core/insight/insightOfPlan';
import { insightOfPlans } from './insight';
import type { Outcome, Reading } from './verb';

/** Dates and floats of the open tasks of all plans. */
export function schedule(reading: Reading): Promise<Outcome<readonly InsightOfPlan[]>> {
  return insightOfPlans(reading);
}

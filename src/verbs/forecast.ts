import type { InsightOfPlan } from '../core/insight/insightOfPlan';
import { insightOfPlans } from './insight';
import type { Outcome, Reading } from './verb';

/**
 * When milestones are done, and how likely.
 * @param backtest whether to judge how such forecasts turned out in the past
 */
export function forecast(
  reading: Reading,
  { backtest = false }: { readonly backtest?: boolean } = {},
): Promise<Outcome<readonly InsightOfPlan[]>> {
  return insightOfPlans(reading, { backtest });
}

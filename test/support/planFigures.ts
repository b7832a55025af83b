import type { Observed } from '../../src/core/evidence/link';
import type {
  Forecast,
  ForecastDates,
  MilestoneForecast,
} from '../../src/core/insight/forecast/forecastResult';
import type { OutlookInput } from '../../src/core/insight/health/outlook';
import { schedulePlans } from '../../src/core/insight/schedule/schedule';
import type { PlanSchedule } from '../../src/core/insight/schedule/planSchedule';
import type { Plan } from '../../src/core/plan/model';

/** A Monday. */
export const MONDAY = '2026-03-02';

/** A forecast of these percentiles by milestone key; milestones that are not named have none. */
export function aForecast(dates: { readonly [milestone: string]: ForecastDates }): Forecast {
  const milestones = Object.entries(dates).map(([milestone, given]): MilestoneForecast => ({
    milestone,
    remaining: 1,
    ...given,
  }));
  return {
    kind: 'forecast',
    method: 'throughput',
    runs: 1,
    milestones,
    whole: { milestone: '', remaining: milestones.length },
    cone: [],
    reasons: [],
  };
}

export const NO_FORECAST: Forecast = { kind: 'none', reasons: [{ code: 'no-history', args: [] }] };

/** What was observed of a task on which git saw work. */
export const STARTED: Observed = {
  state: 'started',
  unmerged: [],
  landedTimes: [],
  openCommits: 1,
};

/** A plan with its schedule on {@link MONDAY}, and what else is given. */
export function figuresOf(
  plan: Plan,
  more: Partial<OutlookInput> = {},
): OutlookInput & { readonly dated: PlanSchedule } {
  const { today = MONDAY, observed = new Map() } = more;
  const [only] = schedulePlans([{ plan }], today).schedules;
  const schedule = only as PlanSchedule;
  return { plan, today, observed, schedule, dated: schedule, forecast: NO_FORECAST, ...more };
}

import type { IsoDate } from '../../base/dates';
import type { Plan } from '../../plan/model';
import type { MilestoneForecast } from '../forecast/forecastResult';
import type { PlanInsight } from '../planInsight';

/** A figure in two states of a plan; undefined where there is none. */
export interface Shift<T> {
  readonly from: T | undefined;
  readonly to: T | undefined;
}

/** A plan with what follows from it. */
export interface PlanOutlook {
  readonly plan: Plan;
  readonly insight: PlanInsight;
}

/** When a milestone ends, and what is left of it; undefined where that is not known. */
export interface MilestoneDates {
  /** Last day of its work within the limits of people and resources, without them where those never let it end. */
  readonly finish: IsoDate | undefined;
  readonly p50: IsoDate | undefined;
  readonly p85: IsoDate | undefined;
  readonly openTasks: number | undefined;
  /** When each run of the forecast ends, where that was asked for. */
  readonly ends: Float64Array | undefined;
}

/** @param key of the milestone */
export function milestoneDates(
  { insight: { schedule, forecast } }: PlanOutlook,
  key: string,
): MilestoneDates {
  const dates: Partial<MilestoneForecast> =
    (forecast.kind === 'forecast' && forecast.milestones.find(({ milestone }) => milestone === key)) || {};
  const scheduled = schedule.milestones.get(key);
  return {
    finish: scheduled && (scheduled.limited ?? scheduled.critical),
    p50: dates.p50,
    p85: dates.p85,
    openTasks: dates.remaining,
    ends: dates.ends,
  };
}

/** Last day of all open work, as of a milestone's. */
export function finishOf({ schedule: { finish } }: PlanInsight): IsoDate | undefined {
  return finish && (finish.limited ?? finish.critical);
}

/** The shift under its name; nothing where the figure stays. */
export function shifted<N extends string, T>(
  name: N,
  from: T | undefined,
  to: T | undefined,
): { [name in N]?: Shift<T> } {
  return from === to ? {} : ({ [name]: { from, to } } as { [name in N]?: Shift<T> });
}

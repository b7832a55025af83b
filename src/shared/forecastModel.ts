import type { DayModel } from './parts';
import type { ItemModel } from './parts';
import type { Text } from '../words/text';

/** A date that is kept in so many of the runs; undefined when it is beyond the horizon. */
export interface ForecastDatesModel {
  readonly p50?: DayModel;
  readonly p85?: DayModel;
  readonly p95?: DayModel;
}

/** How a forecast stands to its due date. */
export type ForecastStanding = 'kept' | 'at-risk' | 'missed' | 'unknown';

/** When one milestone, or all open work, will be done. */
export interface ForecastRowModel extends ForecastDatesModel {
  /** Undefined for tasks without a milestone, and for all open work. */
  readonly milestone?: ItemModel;
  readonly name: Text;
  readonly remaining: number;
  readonly due?: DayModel;
  /** Due before P50 is missed, before P85 at risk. */
  readonly standing: ForecastStanding;
  /** The dates if nothing is added from now on. */
  readonly steady?: ForecastDatesModel;
}

/** Scope and done work at the end of a day, in tasks. */
export interface BurnUpPoint {
  readonly day: string;
  readonly scope: number;
  readonly done: number;
}

/** What will be done by the end of a day: by half of the runs, and by 85 and 15 % of them. */
export interface ConeModel {
  readonly day: string;
  readonly p50: number;
  readonly p85: number;
  readonly p15: number;
}

/** Scope and done work over time, and how that may go on. */
export interface BurnUpModel {
  readonly points: readonly BurnUpPoint[];
  /** Done work from today on; empty without a forecast by throughput. */
  readonly cone: readonly ConeModel[];
  readonly today: string;
  /** Due dates of milestones that are not over. */
  readonly dues: readonly { readonly day: string; readonly title: string }[];
  /** The chart in words. */
  readonly text: Text;
  /** What has to be known to read it beside the table and the progress. */
  readonly notes: readonly Text[];
}

/** What the tab *Forecast* shows. */
export interface ForecastModel {
  readonly tab: 'forecast';
  readonly kind: 'forecast';
  /** How it was made, e.g. "By throughput, 10,000 runs". Undefined when there is none. */
  readonly method?: Text;
  readonly rows: readonly ForecastRowModel[];
  /** What it rests on, or why there is none. */
  readonly reasons: readonly Text[];
  /** How past forecasts turned out, and what that means. */
  readonly reliability?: readonly Text[];
  /** Undefined while the plan is in no commit, or since one day only. */
  readonly burnUp?: BurnUpModel;
}

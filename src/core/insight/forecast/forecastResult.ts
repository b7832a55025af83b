import type { Message } from '../../base/message';
import type { IsoDate } from '../../base/dates';

/** Why there is no forecast, or what has to be known to read one. */
export interface ForecastMessages {
  /** Git is missing, cannot be read, or has not answered yet. */
  'no-git': [];
  /** The plan is in no commit. */
  'no-history': [];
  'few-weeks': [weeks: number, needed: number];
  'few-done': [done: number, needed: number];
  /** The clone is shallow. */
  'history-cut': [];
  /** Earlier versions of plan files are too large, or not in this clone. */
  'versions-unread': [count: number];
  'nothing-open': [];
  /** So many runs do not end within two years: more is added than done. */
  'scope-grows': [];
  /** From full past weeks, the first and the last Monday. */
  'from-weeks': [weeks: number, done: number, added: number];
  /** Milestones are served in the order of their due dates, then those without one, then what belongs to none. */
  'due-order': [];
  'from-network': [estimated: number, open: number];
  /** Remaining work is scaled by what past work took against its estimates. */
  'from-ratios': [tasks: number];
  'best-case': [];
}

/** Dates that are kept in so many of the runs; undefined where that many do not end within the horizon. */
export interface ForecastDates {
  readonly p50?: IsoDate;
  readonly p85?: IsoDate;
  readonly p95?: IsoDate;
}

/** When the open tasks of a milestone are done. */
export interface MilestoneForecast extends ForecastDates {
  /** Key; '' for tasks without a milestone. */
  readonly milestone: string;
  /** Open tasks. */
  readonly remaining: number;
  /** The dates if nothing is added from now on; only by throughput. */
  readonly steady?: ForecastDates;
  /** Open tasks that are served before these; only by throughput. */
  readonly before?: number;
  /**
   * The last day if all work takes as much longer as past work did, and nothing is left to chance; only by network,
   * where past work tells. Undefined where it never ends, too.
   */
  readonly paced?: IsoDate;
  /** When each run ends, in working days from today and in the order of the runs; only where it is asked for. */
  readonly ends?: Float64Array;
}

/** How much is done by the end of a day, at least: in half, in 85 %, and in 15 % of the runs. */
export interface ConePoint {
  readonly day: IsoDate;
  readonly p50: number;
  readonly p85: number;
  readonly p15: number;
}

/** The forecast of a plan, or why there is none. */
export interface PlanForecast {
  readonly kind: 'forecast';
  readonly method: 'throughput' | 'network';
  readonly runs: number;
  /** Actual through estimated time of past work, its median; only by network, where past work tells. */
  readonly factor?: number;
  /** Tasks done in a past week, their mean; only by throughput. */
  readonly perWeek?: number;
  /** Milestones with open tasks in the order in which they are served, then the tasks without one. */
  readonly milestones: readonly MilestoneForecast[];
  /** All open tasks. */
  readonly whole: MilestoneForecast;
  /** Week by week from today, until nearly all runs have ended; empty by network. */
  readonly cone: readonly ConePoint[];
  readonly reasons: readonly Message<ForecastMessages>[];
}

/** That there is no forecast, and why. */
export interface NoForecast {
  readonly kind: 'none';
  readonly reasons: readonly Message<ForecastMessages>[];
}

/** When the milestones and the whole plan will be done. */
export type Forecast = PlanForecast | NoForecast;

import type { IsoDate } from '../../base/dates';
import { FEWEST_WEEKS } from '../history/fewestWeeks';
import type { PlanHistory } from '../history/planHistory';
import { weeksOf } from '../history/weeks';
import type { Week } from '../history/weeks';
import type { PlanSettings } from '../../plan/settings';
import { WorkCalendar } from '../schedule/workCalendar';
import type { ConePoint, Forecast, ForecastDates, MilestoneForecast } from './forecastResult';
import { doneWith, HORIZON, simulateThroughput, weeksUntil } from './throughput';
import type { Queue, ThroughputRuns } from './throughput';

/** How often a forecast by throughput is simulated. */
export const RUNS = 10_000;
/** Tasks done in them, without which their pace is chance. */
const FEWEST_DONE = 8;

/** What a forecast by throughput is made of. */
export interface ThroughputForecastInput {
  readonly history: PlanHistory | undefined;
  readonly settings: PlanSettings;
  /** Open tasks by milestone, in the order in which they are served. */
  readonly queues: readonly Queue[];
  readonly today: IsoDate;
  /** Keep what every run gave, so that two forecasts can be compared. */
  readonly samples?: boolean;
  /** Fewer for a backtest; 10,000 otherwise. */
  readonly runs?: number;
}

/** The past weeks that a forecast draws from, the newest last: without those that held a holiday. */
export function weeksToDraw(history: PlanHistory, today: IsoDate, settings: PlanSettings): Week[] {
  const full = weeksOf(history, today, settings).filter(({ holiday }) => !holiday);
  return full.slice(-settings.rules.history);
}

/** Forecasts by how much was done and added in past weeks. */
export function forecastByThroughput(input: ThroughputForecastInput): Forecast {
  const { history, settings, queues, today, samples, runs = RUNS } = input;
  if (queues.every(({ remaining }) => remaining === 0)) {
    return { kind: 'none', reasons: [{ code: 'nothing-open', args: [] }] };
  }
  if (history?.first === undefined && !history?.isCut) {
    return { kind: 'none', reasons: [{ code: history ? 'no-history' : 'no-git', args: [] }] };
  }
  const cut = history.isCut ? [{ code: 'history-cut' as const, args: [] as [] }] : [];
  const weeks = weeksToDraw(history, today, settings);
  const done = weeks.reduce((sum, week) => sum + week.done, 0);
  if (weeks.length < FEWEST_WEEKS) {
    return { kind: 'none', reasons: [{ code: 'few-weeks', args: [weeks.length, FEWEST_WEEKS] }, ...cut] };
  }
  if (done < FEWEST_DONE) {
    return { kind: 'none', reasons: [{ code: 'few-done', args: [done, FEWEST_DONE] }, ...cut] };
  }
  const calendar = new WorkCalendar(settings, today);
  const simulate = (steady: boolean): ThroughputRuns => simulateThroughput({ weeks, queues, runs, steady });
  const [grown, steady] = [simulate(false), simulate(true)];
  const dates = ({ finishes }: ThroughputRuns, queue: number): ForecastDates =>
    datesOf((finishes[queue] as Float64Array).toSorted(), weeksLater(calendar, settings));
  const milestones = queues.map(({ key, remaining }, index): MilestoneForecast => ({
    milestone: key,
    remaining,
    before: queues.slice(0, index).reduce((sum, queue) => sum + queue.remaining, 0),
    ...dates(grown, index),
    steady: dates(steady, index),
    ...(samples && {
      ends: (grown.finishes[index] as Float64Array).map(weeks => weeks * settings.workweek.length),
    }),
  }));
  const last = queues.length - 1;
  const whole: MilestoneForecast = {
    milestone: '',
    remaining: queues.reduce((sum, { remaining }) => sum + remaining, 0),
    ...dates(grown, last),
    steady: dates(steady, last),
  };
  const added = weeks.reduce((sum, week) => sum + week.added, 0);
  return {
    kind: 'forecast',
    method: 'throughput',
    runs,
    perWeek: done / weeks.length,
    milestones: milestones.filter(({ remaining }) => remaining > 0),
    whole,
    cone: coneOf(grown, weeksLater(calendar, settings)),
    reasons: [
      { code: 'from-weeks', args: [weeks.length, done, added] },
      { code: 'due-order', args: [] },
      ...(whole.p85 === undefined ? [{ code: 'scope-grows' as const, args: [] as [] }] : []),
    ],
  };
}

type Later = (weeks: number) => IsoDate;

/** The last day of so many full working weeks from today: days off in between make it later. */
function weeksLater(calendar: WorkCalendar, { workweek }: PlanSettings): Later {
  return weeks => calendar.finishDate(weeks * workweek.length);
}

function datesOf(times: Float64Array, later: Later): ForecastDates {
  const at = (share: number): IsoDate | undefined => {
    const weeks = weeksUntil(times, share);
    return weeks === undefined ? undefined : later(weeks);
  };
  const [p50, p85, p95] = [at(0.5), at(0.85), at(0.95)];
  return { ...(p50 && { p50 }), ...(p85 && { p85 }), ...(p95 && { p95 }) };
}

/** No cone is drawn longer than this many weeks beyond where nearly every run has ended. */
const LONGEST_CONE = 52;

function coneOf({ done, finishes }: ThroughputRuns, later: Later): ConePoint[] {
  const end = weeksUntil((finishes.at(-1) as Float64Array).toSorted(), 0.95) ?? HORIZON;
  return done.slice(0, Math.min(LONGEST_CONE, Math.ceil(end) + 1)).map((counts, week) => ({
    day: later(week + 1),
    p50: doneWith(counts, 0.5),
    p85: doneWith(counts, 0.85),
    p15: doneWith(counts, 0.15),
  }));
}

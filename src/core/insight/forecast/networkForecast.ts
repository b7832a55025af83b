import { dayAhead } from '../../base/dates';
import type { IsoDate } from '../../base/dates';
import type { Plan } from '../../plan/model';
import type { PastWork } from '../history/pastWork';
import { median, percentile } from '../../base/statistics';
import type { PlanSchedule } from '../schedule/planSchedule';
import type { ScheduledProject } from '../schedule/schedule';
import { WorkCalendar } from '../schedule/workCalendar';
import { TOLERANCE } from '../schedule/workingTime';
import { exposures } from '../risks/exposure';
import type { Forecast, ForecastDates, MilestoneForecast } from './forecastResult';
import { pacedEnds, simulateNetwork } from './networkRuns';
import type { Delay } from './networkRuns';
import type { Queue } from './throughput';

/** A plan whose schedule can be drawn at random. */
export interface NetworkForecastInput {
  readonly plan: Plan;
  /** The schedule of all plans that share people, and the plan's place among them. */
  readonly scheduled: ScheduledProject;
  readonly index: number;
  readonly past: Pick<PastWork, 'ratios'>;
  /** Open tasks by milestone, in the order of their due dates. */
  readonly queues: readonly Queue[];
  /** Keep what every run gave, so that two forecasts can be compared. */
  readonly samples?: boolean;
}

/** Placing one task once takes about two microseconds: so many of them take about two seconds. */
const PLACEMENTS = 1_000_000;
const FEWEST_RUNS = 500;
const MOST_RUNS = 10_000;
const ENOUGH_ESTIMATED = 0.7;
/** Of the estimated tasks; fewer with three points say nothing about how far dates may spread. */
const ENOUGH_SPREAD = 0.5;

/**
 * Whether the estimates can carry a forecast: most open tasks have one, and either past work tells how far off
 * such estimates are or most of them are given in three points. One-point estimates alone would give one date
 * for every percentile.
 */
export function canForecastByNetwork(schedule: PlanSchedule, past: Pick<PastWork, 'ratios'>): boolean {
  const work = [...schedule.tasks.values()].map(({ remaining }) => remaining);
  const estimated = work.filter(({ source }) => source !== 'assumed');
  const spread = estimated.filter(({ three }) => three);
  return (
    estimated.length > 0 &&
    estimated.length >= work.length * ENOUGH_ESTIMATED &&
    (past.ratios.length > 0 || spread.length >= estimated.length * ENOUGH_SPREAD)
  );
}

/** Forecasts by the limited schedule with durations drawn at random; the risks with a delay may happen in it. */
export function forecastByNetwork({
  plan,
  scheduled,
  index,
  past,
  queues,
  samples,
}: NetworkForecastInput): Forecast {
  const schedule = scheduled.schedules[index] as PlanSchedule;
  const nodes = scheduled.nodes[index] as ScheduledProject['nodes'][number];
  const groupOf = (key: string): number[] =>
    plan.tasks.flatMap(task => ((task.milestone ?? '') === key ? (nodes.get(task.uid) ?? []) : []));
  const open = queues.filter(({ remaining }) => remaining > 0);
  const groups = open.map(({ key }) => groupOf(key));
  const runs = Math.min(
    MOST_RUNS,
    Math.max(FEWEST_RUNS, Math.floor(PLACEMENTS / scheduled.joined.project.network.size)),
  );
  const { days } = new WorkCalendar(plan.settings, schedule.today);
  const shared = { scheduled, work: scheduled.work, groups };
  const factor = median(past.ratios);
  const paced = factor === undefined ? [] : pacedEnds(shared, factor);
  const finishes = simulateNetwork({
    ...shared,
    names: scheduled.names,
    ratios: past.ratios,
    delays: delaysOf(plan, open, scheduled.ends[index]),
    days,
    runs,
  });
  const dates = (group: number): ForecastDates =>
    // What waits for itself in a circle has no date.
    groups[group]?.length === 0 ? {} : datesOf((finishes[group] as Float64Array).toSorted(), schedule.today);
  const work = [...schedule.tasks.values()];
  const estimated = work.filter(({ remaining }) => remaining.source !== 'assumed').length;
  return {
    kind: 'forecast',
    method: 'network',
    runs,
    ...(factor !== undefined && { factor }),
    milestones: open.map(({ key, remaining }, group): MilestoneForecast => ({
      milestone: key,
      remaining,
      ...dates(group),
      ...pacedOf(groups[group]?.length ? paced[group] : undefined, schedule.today),
      ...(samples && { ends: (finishes[group] as Float64Array).map(time => days.position(time)) }),
    })),
    whole: {
      milestone: '',
      remaining: open.reduce((sum, { remaining }) => sum + remaining, 0),
      ...dates(open.length),
    },
    cone: [],
    reasons: [
      { code: 'from-network', args: [estimated, work.length] },
      ...(past.ratios.length > 0
        ? [{ code: 'from-ratios' as const, args: [past.ratios.length] as [number] }]
        : []),
      ...(work.some(({ bestCase }) => bestCase) || schedule.cyclic.length > 0
        ? [{ code: 'best-case' as const, args: [] as [] }]
        : []),
    ],
  };
}

/** A risk holds up its milestone and what waits for that, or, without a milestone, everything. */
function delaysOf(
  plan: Plan,
  open: readonly Queue[],
  ends: ReadonlyMap<string, number> | undefined,
): Delay[] {
  return exposures(plan).flatMap(({ risk, probability, days }) => {
    const own = open.findIndex(({ key }) => key === risk.milestone);
    const groups = risk.milestone === undefined ? [...open.keys()] : own === -1 ? [] : [own];
    const node = ends?.get(risk.milestone ?? '');
    return groups.length === 0
      ? []
      : [{ name: `risk\n${risk.uid}`, probability, days, groups, ...(node !== undefined && { node }) }];
  });
}

function pacedOf(time: number | undefined, today: IsoDate): Pick<MilestoneForecast, 'paced'> {
  const day = time === undefined ? undefined : lastDay(time, today);
  return day === undefined ? {} : { paced: day };
}

function lastDay(time: number, today: IsoDate): IsoDate | undefined {
  return time < Infinity ? dayAhead(today, Math.max(0, Math.ceil(time - TOLERANCE) - 1)) : undefined;
}

function datesOf(times: Float64Array, today: IsoDate): ForecastDates {
  const at = (share: number): IsoDate | undefined => lastDay(percentile(times, share), today);
  const [p50, p85, p95] = [at(0.5), at(0.85), at(0.95)];
  return { ...(p50 && { p50 }), ...(p85 && { p85 }), ...(p95 && { p95 }) };
}

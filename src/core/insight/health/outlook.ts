import { addTo } from '../../evidence/addTo';
import type { Observed } from '../../evidence/link';
import { addDays } from '../../base/dates';
import type { IsoDate } from '../../base/dates';
import type { Milestone, Plan, Task } from '../../plan/model';
import type { Forecast, MilestoneForecast } from '../forecast/forecastResult';
import { ownWork } from '../forecast/queues';
import { HORIZON } from '../forecast/throughput';
import type { PlanSchedule, ScheduledMilestone } from '../schedule/planSchedule';
import { WorkCalendar } from '../schedule/workCalendar';

/** A plan and what was computed of it, all for the same day. */
export interface OutlookInput {
  readonly plan: Plan;
  readonly today: IsoDate;
  /** By task key. */
  readonly observed: ReadonlyMap<string, Observed>;
  readonly schedule: PlanSchedule;
  readonly forecast: Forecast;
}

/** Everything that says whether a milestone will be kept. */
export interface MilestoneOutlook {
  readonly milestone: Milestone;
  /** Its work: no dropped tasks and none that only sum up others. */
  readonly tasks: readonly Task[];
  readonly open: readonly Task[];
  /** Some of it is done or under way, by its file or by git. */
  readonly started: boolean;
  /** The due date has passed with open work, or without any task that could be done. */
  readonly overdue: boolean;
  /** Undefined where there is no forecast, or nothing is open that can ever end. */
  readonly forecast?: MilestoneForecast;
  readonly finish?: ScheduledMilestone;
  /** Working days between its critical finish and its due date; negative when it cannot be kept. */
  readonly dueFloat?: number;
  /** Working days from today to its critical finish. */
  readonly length?: number;
}

/** One for each milestone, in the order of the plan. Linear in tasks. */
export function outlooksOf({ plan, today, observed, schedule, forecast }: OutlookInput): MilestoneOutlook[] {
  const calendar = new WorkCalendar(plan.settings, today);
  const work = new Map<string, Task[]>();
  const byThroughput = forecast.kind === 'forecast' && forecast.method === 'throughput';
  ownWork(plan).forEach(task => addTo(work, task.milestone ?? '', task));
  const forecasts = new Map(
    (forecast.kind === 'forecast' ? forecast.milestones : [])
      // Where limits or a cycle leave the schedule without a date, it is the schedule that says so.
      .filter(({ p50 }) => p50 !== undefined || byThroughput)
      .map(one => [one.milestone, one]),
  );
  return plan.milestones.map((milestone): MilestoneOutlook => {
    const { key, due } = milestone;
    const tasks = work.get(key) ?? [];
    const open = tasks.filter(({ category }) => category !== 'done');
    const ends = open.flatMap(({ uid }) => schedule.tasks.get(uid)?.ef ?? []);
    const length = ends.length > 0 ? ends.reduce((a, b) => Math.max(a, b)) : undefined;
    const [own, finish] = [forecasts.get(key), schedule.milestones.get(key)];
    return {
      milestone,
      tasks,
      open,
      started: tasks.some(task => isStarted(task, observed)),
      overdue: due !== undefined && due < today && hasOpenWork(milestone, tasks.length, open.length),
      ...(own && { forecast: own }),
      ...(finish && { finish }),
      ...(length !== undefined && { length }),
      ...(length !== undefined && due !== undefined && { dueFloat: round(calendar.endOf(due) - length) }),
    };
  });
}

/** How a percentile of a forecast stands to a day: `never` when it lies beyond all that was looked at. */
export type Standing = 'in-time' | 'late' | 'never';

/** Undefined where nothing can be said: the day itself lies beyond what was looked at. */
export function standingOf(
  percentile: IsoDate | undefined,
  due: IsoDate,
  today: IsoDate,
): Standing | undefined {
  if (percentile !== undefined) {
    return percentile > due ? 'late' : 'in-time';
  }
  return due < addDays(today, HORIZON * 7) ? 'never' : undefined;
}

/** Done or under way, by its file or by git. */
export function isStarted({ key, category }: Task, observed: OutlookInput['observed']): boolean {
  const { state = 'none' } = observed.get(key) ?? {};
  return category === 'done' || category === 'active' || state !== 'none';
}

/** A milestone without tasks is open as long as its own checklist is, or its status says so. */
function hasOpenWork({ status, checklist }: Milestone, tasks: number, open: number): boolean {
  const ticked = checklist.length > 0 && checklist.every(({ checked }) => checked);
  return status !== 'done' && status !== 'dropped' && (tasks > 0 ? open > 0 : !ticked);
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

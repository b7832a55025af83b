import { addDays } from '../../base/dates';
import type { IsoDate } from '../../base/dates';
import type { Task } from '../../plan/model';
import type { PlanSettings } from '../../plan/settings';
import { workdaysBetween } from '../../plan/countWorkdays';
import { median } from '../../base/statistics';
import type { PlanHistory, TaskLife } from './planHistory';
import { eventsUntil } from './weeks';

/** What finished work took. */
export interface PastWork {
  /** Working days from start to done of tasks where both were seen, by key. */
  readonly cycleTimes: ReadonlyMap<string, number>;
  /** Working days that a point has taken, the median of at least eight tasks. */
  readonly daysPerPoint?: number;
  /** Actual through estimated time of done tasks that were estimated in time; none below ten. */
  readonly ratios: readonly number[];
}

const ENOUGH_POINTS = 8;
const ENOUGH_RATIOS = 10;

/** Looks back at the tasks that are done now. What one took is its `spent`, else its cycle time. */
export function pastWork(
  { tasks: lives }: PlanHistory,
  tasks: readonly Task[],
  settings: PlanSettings,
  today: IsoDate,
): PastWork {
  const cycleTimes = new Map<string, number>();
  for (const life of lives.values()) {
    const days = cycleTime(life, settings, today);
    if (days !== undefined) {
      cycleTimes.set(life.key, days);
    }
  }
  const perPoint: number[] = [];
  const ratios: number[] = [];
  for (const { key, category, estimate, spent } of tasks) {
    const took = spent?.unit === 'hours' ? spent.value / settings.hours : cycleTimes.get(key);
    if (category === 'done' && estimate && estimate.value > 0 && took !== undefined) {
      const { unit, value } = estimate;
      (unit === 'points' ? perPoint : ratios).push(
        took / (unit === 'points' ? value : value / settings.hours),
      );
    }
  }
  const daysPerPoint = perPoint.length >= ENOUGH_POINTS ? median(perPoint) : undefined;
  return {
    cycleTimes,
    ratios: ratios.length >= ENOUGH_RATIOS ? ratios : [],
    ...(daysPerPoint !== undefined && { daysPerPoint }),
  };
}

/**
 * Working days from the day a task was first set active to the day it was last set done, both included. Not
 * observable when it was never seen active, or was active already when it was first seen in the plan's first
 * commit.
 */
function cycleTime(life: TaskLife, settings: PlanSettings, today: IsoDate): number | undefined {
  const known = eventsUntil(life, addDays(today, 1));
  const last = known.at(-1);
  const start = known.findIndex(({ state }) => state === 'active');
  const started = known[start];
  if (last?.state !== 'done' || !started || (start === 0 && life.founding)) {
    return undefined;
  }
  return Math.max(1, workdaysBetween(addDays(started.day, -1), last.day, settings));
}

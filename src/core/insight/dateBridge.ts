import type { IsoDate } from '../base/dates';
import type { PlanInsight } from './planInsight';

/** One step from the work of a milestone to a date that can be promised. */
export type DateStep =
  /** The longest chain of its work, as if everybody were free. */
  | { readonly kind: 'work'; readonly date: IsoDate }
  /** With the people and resources that there are; undefined where those never let it end. */
  | { readonly kind: 'people'; readonly date?: IsoDate }
  /** The same if all work takes `factor` times its estimate, as past work did; undefined where it never ends. */
  | { readonly kind: 'pace'; readonly factor: number; readonly date?: IsoDate }
  /** Its open tasks, those that are served before them, and the tasks that are done in a week. */
  | { readonly kind: 'tasks'; readonly left: number; readonly before: number; readonly perWeek: number }
  /** Kept in half of the runs, and in 85 % of them; undefined where that many do not end within the horizon. */
  | { readonly kind: 'even' | 'safe'; readonly date?: IsoDate };

/**
 * How the date of a milestone comes about, step by step: by network from the work alone to what is safe to promise; by
 * throughput from its open tasks; without a forecast the dates of the schedule. Empty where it has neither.
 *
 * Work that ends on 9 Dec alone and on 15 Dec with its people, at a pace of 1.9 on 6 Jan, has even odds by 8 Jan and is
 * safe to promise for 26 Jan.
 * @param milestone its key
 */
export function dateBridge(
  milestone: string,
  { schedule, forecast }: Pick<PlanInsight, 'schedule' | 'forecast'>,
): readonly DateStep[] {
  const planned = schedule.milestones.get(milestone);
  const scheduled: readonly DateStep[] = planned
    ? [
        { kind: 'work', date: planned.critical },
        { kind: 'people', ...dated(planned.limited) },
      ]
    : [];
  const own =
    forecast.kind === 'forecast' ? forecast.milestones.find(one => one.milestone === milestone) : undefined;
  if (forecast.kind !== 'forecast' || !own) {
    return scheduled;
  }
  const { factor, perWeek = 0 } = forecast;
  const basis: readonly DateStep[] =
    forecast.method === 'throughput'
      ? [{ kind: 'tasks', left: own.remaining, before: own.before ?? 0, perWeek }]
      : factor === undefined
        ? scheduled
        : [...scheduled, { kind: 'pace', factor, ...dated(own.paced) }];
  return [...basis, { kind: 'even', ...dated(own.p50) }, { kind: 'safe', ...dated(own.p85) }];
}

function dated(date: IsoDate | undefined): { readonly date?: IsoDate } {
  return date === undefined ? {} : { date };
}

import { utcMonday } from 'd3-time';
import { addDays, daysBetween } from '../../base/dates';
import type { IsoDate } from '../../base/dates';
import type { PlanSettings } from '../../plan/settings';
import type { LifeEvent, PlanHistory, TaskLife } from './planHistory';

/** What a week brought, Monday to Sunday. */
export interface Week {
  /** Its Monday. */
  readonly start: IsoDate;
  /** Tasks finished in it. */
  readonly done: number;
  /** Tasks added in it, less those dropped. */
  readonly added: number;
  /** One of its working days is a holiday of the project: it says little about other weeks. */
  readonly holiday: boolean;
}

/** How much there was to do, and how much of it was done, at the end of a day. */
export interface ScopePoint {
  readonly day: IsoDate;
  readonly scope: number;
  readonly done: number;
}

/** The Monday of the week that a day lies in. */
export function mondayOf(day: IsoDate): IsoDate {
  return utcMonday
    .floor(new Date(`${day}T00:00:00Z`))
    .toISOString()
    .slice(0, 10);
}

/**
 * Every full week from the plan's first commit until a day, as it looked on that day. A task counts as finished
 * in the week in which it last became done; one first seen done counts in none, since nobody knows when it was
 * done. The plan's first commit adds nothing, and a task that disappears after it was done stays done.
 * @param until the first day that is not known yet
 * @returns oldest first
 */
export function weeksOf(
  { first, tasks }: PlanHistory,
  until: IsoDate,
  calendar: Pick<PlanSettings, 'workweek' | 'holidays'>,
): Week[] {
  if (first === undefined) {
    return [];
  }
  const start = first === mondayOf(first) ? first : addDays(mondayOf(first), 7);
  const count = Math.floor(daysBetween(start, until) / 7);
  const weeks = Array.from({ length: Math.max(0, count) }, (_, index) => ({
    start: addDays(start, index * 7),
    done: 0,
    added: 0,
    holiday: false,
  }));
  for (const week of weeks) {
    week.holiday = hasHoliday(week.start, calendar);
  }
  const weekOf = (day: IsoDate): (typeof weeks)[number] | undefined =>
    weeks[Math.floor(daysBetween(start, day) / 7)];
  for (const life of tasks.values()) {
    const known = eventsUntil(life, until);
    const [born] = known;
    const last = known.at(-1);
    if (!born || !last || (born.state === 'done' && known.length === 1)) {
      continue;
    }
    const added = life.founding ? undefined : weekOf(born.day);
    const ended = weekOf(last.day);
    if (added && born.state !== 'done') {
      added.added++;
    }
    if (ended && last.state === 'done') {
      ended.done++;
    } else if (ended && (last.state === 'dropped' || last.state === 'gone')) {
      ended.added--;
    }
  }
  return weeks;
}

/** Scope and done work at the end of every week until a day, and on the day before it. */
export function scopeOverTime({ first, tasks }: PlanHistory, until: IsoDate): ScopePoint[] {
  if (first === undefined || first >= until) {
    return [];
  }
  const days: IsoDate[] = [];
  for (let day = addDays(mondayOf(first), 6); day < addDays(until, -1); day = addDays(day, 7)) {
    days.push(day);
  }
  days.push(addDays(until, -1));
  const scope = new Int32Array(days.length);
  const done = new Int32Array(days.length);
  const indexOf = (day: IsoDate): number => {
    const index = Math.ceil(daysBetween(days[0] as IsoDate, day) / 7);
    return Math.min(Math.max(0, index), days.length - 1);
  };
  for (const life of tasks.values()) {
    const known = eventsUntil(life, until);
    known.forEach(({ day, state }, index) => {
      const next = known[index + 1];
      const end = next ? indexOf(next.day) : days.length;
      for (let at = indexOf(day); at < end && state !== 'dropped' && state !== 'gone'; at++) {
        scope[at] = (scope[at] as number) + 1;
        done[at] = (done[at] as number) + (state === 'done' ? 1 : 0);
      }
    });
  }
  return days.map((day, at) => ({ day, scope: scope[at] as number, done: done[at] as number }));
}

/** What was known of a task before a day; without its disappearing once it was done. */
export function eventsUntil({ events }: TaskLife, until: IsoDate): readonly LifeEvent[] {
  const known: LifeEvent[] = [];
  for (const event of events) {
    if (event.day < until && !(event.state === 'gone' && known.at(-1)?.state === 'done')) {
      if (known.at(-1)?.state !== event.state) {
        known.push(event);
      }
    }
  }
  return known;
}

function hasHoliday(
  monday: IsoDate,
  { workweek, holidays }: Pick<PlanSettings, 'workweek' | 'holidays'>,
): boolean {
  return workweek.some(weekday => {
    const day = addDays(monday, weekday - 1);
    return holidays.some(({ from, to }) => from <= day && day <= to);
  });
}

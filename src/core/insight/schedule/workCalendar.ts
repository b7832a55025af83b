import { addDays, dayAhead, daysBetween } from '../../base/dates';
import type { IsoDate } from '../../base/dates';
import type { DateSpan, PlanSettings } from '../../plan/settings';
import { workdaysBetween } from '../../plan/countWorkdays';
import { TOLERANCE, WorkingTime } from './workingTime';
import type { Stretch } from './workingTime';

/** Weekdays and days off: of a project or of a person. */
export interface WorkPattern {
  /** ISO weekdays, 1 = Monday … 7 = Sunday. */
  readonly workweek: readonly number[];
  readonly off: readonly DateSpan[];
}

/**
 * A project's working calendar, seen from today. Its unit is the working day: offset 0 is the start of today,
 * or of the next working day when today is none.
 */
export class WorkCalendar {
  readonly days: WorkingTime;

  constructor(
    private readonly settings: Pick<PlanSettings, 'workweek' | 'holidays'>,
    readonly today: IsoDate,
  ) {
    this.days = workDays([[{ workweek: settings.workweek, off: settings.holidays }]], today);
  }

  /** Working days until the start of a day; 0 when it has passed. */
  startOf(date: IsoDate): number {
    return date <= this.today ? 0 : this.days.countBefore(daysBetween(this.today, date));
  }

  /** Working days until the end of a day; negative by the working days that have passed since. */
  endOf(date: IsoDate): number {
    return date >= this.today
      ? this.days.countBefore(daysBetween(this.today, date) + 1)
      : -workdaysBetween(date, addDays(this.today, -1), this.settings) || 0;
  }

  /** The day on which work begins that starts at an offset; `BEYOND` behind the horizon. */
  startDate(offset: number): IsoDate {
    return dayAhead(this.today, this.days.dayAt(Math.max(0, Math.floor(offset + TOLERANCE))));
  }

  /** The last day, included, of work that ends at an offset; `BEYOND` behind the horizon. */
  finishDate(offset: number): IsoDate {
    return dayAhead(this.today, this.days.dayAt(Math.max(0, Math.ceil(offset - TOLERANCE) - 1)));
  }
}

/**
 * The days on which, of one group at least, every pattern works: a person's with each of the projects that the person
 * works for, say.
 * @param groups one at least
 */
export function workDays(groups: readonly (readonly WorkPattern[])[], today: IsoDate): WorkingTime {
  const weeks = groups.map(patterns =>
    patterns.reduce((week, { workweek }) => week & weekOf(workweek, today), EVERY_DAY),
  );
  const changes = groups
    .flatMap((patterns, group) => patterns.flatMap(({ off }) => changesOf(off, today, group)))
    .sort((a, b) => a.day - b.day);
  const off = new Int32Array(groups.length);
  const stretches: Stretch[] = [];
  let from = 0;
  for (let next = 0; next <= changes.length; next++) {
    const { day = Infinity, group = 0, by = 0 } = changes[next] ?? {};
    if (day > from) {
      const week = weeks.reduce((all, one, index) => (off[index] === 0 ? all | one : all), 0);
      if (week !== stretches.at(-1)?.week) {
        stretches.push({ from, week });
      }
      from = day;
    }
    off[group] = (off[group] as number) + by;
  }
  return new WorkingTime(stretches);
}

const EVERY_DAY = 127;

/** ISO weekdays as a {@link Stretch} has them. */
function weekOf(workweek: readonly number[], today: IsoDate): number {
  const first = new Date(`${today}T00:00:00Z`).getUTCDay() || 7;
  return workweek.reduce((week, weekday) => week | (1 << ((weekday - first + 7) % 7)), 0);
}

interface Change {
  readonly day: number;
  readonly group: number;
  /** Patterns of the group that begin, or end, to be off. */
  readonly by: number;
}

const known = new WeakMap<
  readonly DateSpan[],
  { readonly today: IsoDate; readonly days: readonly (readonly [number, number])[] }
>();

/** Where days off begin and end, from today on. */
function changesOf(off: readonly DateSpan[], today: IsoDate, group: number): Change[] {
  let spans = known.get(off);
  if (spans?.today !== today) {
    const days = off
      .filter(({ to }) => to >= today)
      .map(({ from, to }) => [Math.max(0, daysBetween(today, from)), daysBetween(today, to) + 1] as const);
    spans = { today, days: days.sort((a, b) => a[0] - b[0]) };
    known.set(off, spans);
  }
  return spans.days.flatMap(([from, to]) => [
    { day: from, group, by: 1 },
    { day: to, group, by: -1 },
  ]);
}

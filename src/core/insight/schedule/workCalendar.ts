import { addDays, daysBetween } from '../../plan/dates';
import type { IsoDate } from '../../plan/dates';
import type { DateSpan, PlanSettings } from '../../plan/settings';
import { workdaysBetween } from '../../plan/workdays';
import { TOLERANCE, WorkDays } from './workDays';

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
  readonly days: WorkDays;

  constructor(
    private readonly settings: Pick<PlanSettings, 'workweek' | 'holidays'>,
    readonly today: IsoDate,
  ) {
    this.days = new WorkDays(worksOn({ workweek: settings.workweek, off: settings.holidays }, today));
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

  /** The day on which work begins that starts at an offset. */
  startDate(offset: number): IsoDate {
    return addDays(this.today, this.days.dayAt(Math.max(0, Math.floor(offset + TOLERANCE))));
  }

  /** The last day, included, of work that ends at an offset. */
  finishDate(offset: number): IsoDate {
    return addDays(this.today, this.days.dayAt(Math.max(0, Math.ceil(offset - TOLERANCE) - 1)));
  }
}

/** Days on which every pattern works, as {@link WorkDays} asks for them: in ascending order. */
export function worksOnAll(patterns: readonly WorkPattern[], today: IsoDate): (day: number) => boolean {
  const all = patterns.map(pattern => worksOn(pattern, today));
  // Each keeps its place in its days off, so each has to be asked for every day.
  return day => all.reduce((works, one) => one(day) && works, true);
}

function worksOn({ workweek, off }: WorkPattern, today: IsoDate): (day: number) => boolean {
  const weekdays = new Set(workweek);
  const first = new Date(`${today}T00:00:00Z`).getUTCDay() + 6;
  const spans = off
    .map(({ from, to }) => [daysBetween(today, from), daysBetween(today, to)] as const)
    .sort((a, b) => a[0] - b[0]);
  let at = 0;
  let offUntil = -1;
  return day => {
    for (let span = spans[at]; span && span[0] <= day; span = spans[++at]) {
      offUntil = Math.max(offUntil, span[1]);
    }
    return day > offUntil && weekdays.has(((first + day) % 7) + 1);
  };
}

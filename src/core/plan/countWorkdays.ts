import type { IsoDate } from '../base/dates';
import type { PlanSettings } from './settings';

type Calendar = Pick<PlanSettings, 'workweek' | 'holidays'>;

/**
 * Working days after `from` up to and including `to`: from a Friday to the next Monday it is 1.
 * Zero when `to` is not later. The cost does not depend on the length of the span.
 */
export function workdaysBetween(from: IsoDate, to: IsoDate, calendar: Calendar): number {
  const first = dayNumber(from) + 1;
  const last = dayNumber(to);
  const workweek = new Set(calendar.workweek);
  let days = weekdaysIn(first, last, workweek);
  let counted = first - 1;
  const holidays = calendar.holidays.map(span => [dayNumber(span.from), dayNumber(span.to)] as const);
  for (const [start, end] of holidays.sort((a, b) => a[0] - b[0])) {
    const clippedStart = Math.max(start, counted + 1);
    const clippedEnd = Math.min(end, last);
    days -= weekdaysIn(clippedStart, clippedEnd, workweek);
    counted = Math.max(counted, clippedEnd);
  }
  return days;
}

function dayNumber(date: IsoDate): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
}

/** Days of the workweek among the days numbered `first` to `last`, both included. */
function weekdaysIn(first: number, last: number, workweek: ReadonlySet<number>): number {
  if (last < first) {
    return 0;
  }
  const weeks = Math.floor((last - first + 1) / 7);
  let days = weeks * workweek.size;
  for (let day = first + weeks * 7; day <= last; day++) {
    // Day 0, 1 January 1970, was a Thursday.
    days += workweek.has(((((day + 3) % 7) + 7) % 7) + 1) ? 1 : 0;
  }
  return days;
}

import { addDays, daysBetween } from '../../../core/base/dates';
import type { IsoDate } from '../../../core/base/dates';
import type { DateSpan } from '../../../core/plan/settings';
import type { Text } from '../../../words/text';

/** The ISO 8601 number of the week that begins on a Monday: week 1 holds the year's first Thursday. */
export function weekNumber(monday: IsoDate): number {
  const thursday = addDays(monday, 3);
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1;
}

/**
 * Days off of the week that begins on a Monday, from today on; undefined without any.
 * @param workweek weekdays that count, 1–7: what falls on others costs nobody a day
 */
export function offInWeek(
  monday: IsoDate,
  today: IsoDate,
  off: readonly DateSpan[],
  workweek: readonly number[],
): Text | undefined {
  const from = monday > today ? monday : today;
  const spans = within(off, from, addDays(monday, 6)).filter(span => worksIn(span, monday, workweek));
  return spans.length > 0 ? spans.map(span => spanText(span, today)) : undefined;
}

/** Days off from today until the end of the last week; undefined without any. */
export function offAhead(
  mondays: readonly IsoDate[],
  today: IsoDate,
  off: readonly DateSpan[],
): Text | undefined {
  const spans = within(off, today, addDays(mondays.at(-1) ?? today, 6));
  return spans.length > 0 ? spans.map(span => spanText(span, today)) : undefined;
}

/** What lies between two days, both included, the earliest first. */
function within(spans: readonly DateSpan[], from: IsoDate, to: IsoDate): DateSpan[] {
  return spans
    .filter(span => span.from <= to && span.to >= from)
    .map(span => ({ from: span.from > from ? span.from : from, to: span.to < to ? span.to : to }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

function worksIn({ from, to }: DateSpan, monday: IsoDate, workweek: readonly number[]): boolean {
  return workweek.some(weekday => {
    const day = addDays(monday, weekday - 1);
    return day >= from && day <= to;
  });
}

function spanText({ from, to }: DateSpan, today: IsoDate): Text {
  return { code: 'people.span', args: [from, to, today] };
}

import { utcDay } from 'd3-time';

/** A calendar day, `YYYY-MM-DD`, without a time zone. Compares correctly as a string. */
export type IsoDate = string;

/** The first and the last day that a plan can name: what lies outside is a slip of the keyboard, or no date. */
const FIRST_DAY: IsoDate = '1970-01-01';
const LAST_DAY: IsoDate = '2199-12-31';

/** Stands for every day beyond the horizon, and sorts behind every day of a plan. */
export const BEYOND: IsoDate = '9999-12-31';

/** Calendar days, fifty years, after which no day is told from another. */
const HORIZON_DAYS = 18_263;

/** The day, if the text is a real one (`2026-02-30` is not) from 1970 to 2199. */
export function parseIsoDate(text: string): IsoDate | undefined {
  const day = dayOfAnyYear(text);
  return day !== undefined && day >= FIRST_DAY && day <= LAST_DAY ? day : undefined;
}

/** What a day has to be, for whoever wrote something else: the years only where the text is a day of another one. */
export function expectedDay(text: string): string {
  return dayOfAnyYear(text) === undefined ? 'YYYY-MM-DD' : `${FIRST_DAY}..${LAST_DAY}`;
}

/**
 * Whether a text is a day that other tools export where there is none: the last day their calendars know
 * (`9999-12-31`, `2999-12-31`) or the first (`0001-01-01`, `1900-01-01`, `0000-00-00`).
 */
export function isNoDay(text: string): boolean {
  return /^(?:9999-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])|2999-12-31|0001-01-01|1900-01-0[01]|0000-00-00)(?:[T ]\d\d:.*)?$/.test(
    text.trim(),
  );
}

/** The day, if the text is a real one of whatever year. */
export function dayOfAnyYear(text: string): IsoDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (!match) {
    return undefined;
  }
  const date = new Date(`${match[0]}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(match[0]) ? match[0] : undefined;
}

/** The day `days` calendar days later (earlier when negative); the day `BEYOND` behind the year 9999. */
export function addDays(date: IsoDate, days: number): IsoDate {
  const moment = utcDay.offset(new Date(`${date}T00:00:00Z`), days);
  // Of a day that no calendar has, no text can be made.
  return moment.getTime() < Date.parse(BEYOND) ? moment.toISOString().slice(0, 10) : BEYOND;
}

/** The day so many calendar days after today, or `BEYOND` where that is more than fifty years away. */
export function dayAhead(today: IsoDate, days: number): IsoDate {
  return days <= HORIZON_DAYS ? addDays(today, days) : BEYOND;
}

/** Calendar days from `from` to `to`: 1 for the next day, negative for an earlier one. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The last day that a plan can name begins: git stores any number as a time. */
const LAST = Date.parse(`${LAST_DAY}T00:00:00Z`) / 1000;

/**
 * The calendar day of a moment (seconds since 1970) in a time zone such as `Europe/Berlin`. A moment before
 * 1970 or after 2199, which a broken clock or a hostile commit can hold, is moved to the nearest in between.
 */
export function dayOf(seconds: number, timezone: string | undefined): IsoDate {
  return formatter(timezone).format((Math.min(LAST, Math.max(0, seconds)) || 0) * 1000);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** sv-SE writes ISO days. An unknown zone falls back to the machine's; the plan reports it as a problem. */
function formatter(timezone: string | undefined): Intl.DateTimeFormat {
  const key = timezone ?? '';
  let found = formatters.get(key);
  if (!found) {
    try {
      found = new Intl.DateTimeFormat('sv-SE', { timeZone: timezone });
    } catch (error) {
      if (!(error instanceof RangeError)) {
        throw error;
      }
      found = new Intl.DateTimeFormat('sv-SE');
    }
    formatters.set(key, found);
  }
  return found;
}

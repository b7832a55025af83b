import { utcDay } from 'd3-time';

/** A calendar day, `YYYY-MM-DD`, without a time zone. Compares correctly as a string. */
export type IsoDate = string;

/** The day, if the text is a real one (`2026-02-30` is not). */
export function parseIsoDate(text: string): IsoDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (!match) {
    return undefined;
  }
  const date = new Date(`${match[0]}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(match[0]) ? match[0] : undefined;
}

/** The day `days` calendar days later (earlier when negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return utcDay
    .offset(new Date(`${date}T00:00:00Z`), days)
    .toISOString()
    .slice(0, 10);
}

/** Calendar days from `from` to `to`: 1 for the next day, negative for an earlier one. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The last second of the year 9999: git stores any number as a time, a calendar day has a range. */
const LAST = 253_402_300_799;

/**
 * The calendar day of a moment (seconds since 1970) in a time zone such as `Europe/Berlin`. A moment before
 * 1970 or after 9999, which a broken clock or a hostile commit can hold, is moved to the nearest in between.
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

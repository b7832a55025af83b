import type { IsoDate } from '../plan/dates';
import { dayOf } from '../plan/dates';

/** The last second of the year 9999; git stores any number, a calendar day has a range. */
const LAST = 253_402_300_799;

/**
 * The calendar day of a commit's time (seconds since 1970) in a time zone. Times before 1970 and after
 * 9999, which a broken clock or a hostile commit can hold, become the nearest day in between.
 */
export function commitDay(seconds: number, timezone: string | undefined): IsoDate {
  return dayOf(Math.min(LAST, Math.max(0, seconds)) || 0, timezone);
}

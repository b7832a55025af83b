import { addDays, parseIsoDate, type IsoDate } from './dates';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/**
 * The day that somebody means who types one: `2026-12-24`, `24 dec`, `dec 24 2027`, `today`, `tomorrow`, `friday` (the
 * next one), `next friday` (the one of next week), `+3d`, `+2w`, `+1m` (calendar days, weeks and months from today).
 * English words, whole or shortened to three letters. A day without a year is the next such day.
 * @returns undefined for anything else
 */
export function typedDay(text: string, today: IsoDate): IsoDate | undefined {
  const typed = text.trim().toLowerCase().replace(/\s+/g, ' ');
  return (
    parseIsoDate(typed) ??
    relativeDay(typed, today) ??
    weekday(typed, today) ??
    dayOfMonth(typed, today) ??
    { today, tomorrow: addDays(today, 1), yesterday: addDays(today, -1) }[typed]
  );
}

function relativeDay(typed: string, today: IsoDate): IsoDate | undefined {
  const [, sign, digits, unit] = /^([+-]) ?(\d{1,4}) ?([dwm])/.exec(typed) ?? [];
  if (
    sign === undefined ||
    digits === undefined ||
    !/^[+-] ?\d+ ?(?:d|days?|w|weeks?|m|months?)$/.test(typed)
  ) {
    return undefined;
  }
  const count = Number(sign + digits);
  const day = unit === 'm' ? addMonths(today, count) : addDays(today, unit === 'w' ? 7 * count : count);
  return parseIsoDate(day);
}

/** The same day of another month, or that month's last day where it has no such day. */
function addMonths(day: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return addDays(first.toISOString().slice(0, 10), Math.min(date, last) - 1);
}

function weekday(typed: string, today: IsoDate): IsoDate | undefined {
  const [, next, word = ''] = /^(next )?([a-z]{3,})$/.exec(typed) ?? [];
  const wanted = indexOfWord(WEEKDAYS, word);
  if (wanted < 0) {
    return undefined;
  }
  const now = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(today, next === undefined ? ((wanted - now + 6) % 7) + 1 : 7 - now + wanted);
}

function dayOfMonth(typed: string, today: IsoDate): IsoDate | undefined {
  const [, before, name = '', after, year] =
    /^(?:(\d{1,2})\.? )?([a-z]{3,})(?: (\d{1,2}))?(?:,? (\d{4}))?$/.exec(typed) ?? [];
  const month = indexOfWord(MONTHS, name);
  const date = before ?? after;
  if (month < 0 || date === undefined || (before !== undefined && after !== undefined)) {
    return undefined;
  }
  const dayIn = (one: string): IsoDate | undefined =>
    parseIsoDate(`${one}-${String(month + 1).padStart(2, '0')}-${date.padStart(2, '0')}`);
  if (year !== undefined) {
    return dayIn(year);
  }
  const now = Number(today.slice(0, 4));
  // 29 February is in one of the next eight years.
  return Array.from({ length: 9 }, (_, more) => dayIn(String(now + more))).find(
    day => day !== undefined && day >= today,
  );
}

function indexOfWord(words: readonly string[], typed: string): number {
  return words.findIndex(word => word === typed || word.slice(0, 3) === typed);
}

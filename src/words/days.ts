import * as l10n from '@vscode/l10n';

/** The core's `BEYOND`: it stands for every day that is too far away to be told from others. */
const BEYOND = '9999-12-31';

const formatters = new Map<string, Intl.DateTimeFormat>();
let language: string | undefined = 'en';
let toldFrom: string | undefined;

/** Sets the language of dates, once, before anything is spoken; English until then, ISO days for none. */
export function configureDays(locale: string | undefined): void {
  language = locale;
  formatters.clear();
}

/**
 * Sets the day from which days are told, so that its year need not be said. Until then every day is told with its year.
 * @param today ISO day
 */
export function tellDaysFrom(today: string): void {
  toldFrom = today;
}

/**
 * A day for people: `20 Nov`, with the year where it is not this one.
 * @param date ISO day; anything else is shown as it is
 * @param today ISO day from which it is told; the one of {@link tellDaysFrom} unless given, '' for a day with its year
 */
export function formatDay(date: string, today = toldFrom): string {
  if (date === BEYOND) {
    return l10n.t('a day beyond the horizon');
  }
  const moment = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(moment) || language === undefined) {
    return date;
  }
  return withShortMonth(formatterFor(date.slice(0, 4) !== today?.slice(0, 4)).format(moment));
}

/** British English alone shortens a month to four letters. */
function withShortMonth(day: string): string {
  return language?.startsWith('en') ? day.replace('Sept', 'Sep') : day;
}

/** A day for tables: ISO, and in words where it is beyond the horizon. */
export function plainDay(date: string): string {
  return date === BEYOND ? formatDay(date) : date;
}

/** Days of eleven months: within them a day and its month name one day of the future only. */
const NEAR = 334;

/**
 * A coming day as shortly as it can be said: without the year up to eleven months ahead.
 * @param date ISO day
 * @param today ISO day; the one of {@link tellDaysFrom} unless given
 */
export function formatNearDay(date: string, today = toldFrom ?? date): string {
  const days = daysFrom(today, date);
  return formatDay(date, days >= 0 && days <= NEAR ? date : today);
}

/** Calendar days from one ISO day to another; negative where that one comes first. */
export function daysFrom(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}

function formatterFor(year: boolean): Intl.DateTimeFormat {
  const key = year ? 'year' : 'day';
  let found = formatters.get(key);
  if (!found) {
    // "en" alone means the American order of day and month; the day comes first everywhere else.
    found = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      day: 'numeric',
      month: 'short',
      ...(year ? { year: 'numeric' } : {}),
      timeZone: 'UTC',
    });
    formatters.set(key, found);
  }
  return found;
}

/** A day with its weekday and year: `Fri 4 Dec 2026`. */
export function formatWeekday(date: string): string {
  const moment = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(moment) || language === undefined) {
    return date;
  }
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(moment);
  return `${weekday} ${formatDay(date, '')}`;
}

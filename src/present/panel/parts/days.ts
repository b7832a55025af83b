import { BEYOND, daysBetween } from '../../../core/base/dates';
import type { IsoDate } from '../../../core/base/dates';
import type { DayModel } from '../../../shared/parts';
import type { Text } from '../../../words/text';

/** A day as it lies from today: "in 5 days", "3 days ago". */
export function dayText(today: IsoDate, date: IsoDate): Text {
  if (date === BEYOND) {
    return '';
  }
  const days = daysBetween(today, date);
  switch (days) {
    case 0:
      return { code: 'panel.today', args: [] };
    case 1:
      return { code: 'panel.tomorrow', args: [] };
    case -1:
      return { code: 'panel.yesterday', args: [] };
    default:
      return days > 0 ? { code: 'panel.in-days', args: [days] } : { code: 'panel.days-ago', args: [-days] };
  }
}

/** A due date; passed only counts while the work is open. */
export function dueDay(today: IsoDate, date: IsoDate, open: boolean): DayModel {
  const late = daysBetween(date, today);
  const passed = open && late > 0;
  return { date, text: passed ? { code: 'ui.overdue', args: [late] } : dayText(today, date), passed };
}

/** A review date, marked when it has passed. */
export function reviewDay(today: IsoDate, date: IsoDate, open: boolean): DayModel {
  const late = daysBetween(date, today);
  const passed = open && late > 0;
  return {
    date,
    text: passed ? { code: 'panel.review-passed', args: [late] } : dayText(today, date),
    passed,
  };
}

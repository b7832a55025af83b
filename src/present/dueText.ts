import { daysBetween, type IsoDate } from '../core/base/dates';
import type { Text } from '../words/text';

/** When something open is due, in full: `due 20 Nov`, `due tomorrow`, `3 days overdue`. */
export function dueText(due: IsoDate, today: IsoDate): Text {
  return soonText(due, today) ?? { code: 'ui.due', args: [due, today] };
}

/** When something open is due, where there is little room: `20 Nov`, `due tomorrow`, `3 d late`. */
export function shortDueText(due: IsoDate, today: IsoDate): Text {
  const late = daysBetween(due, today);
  return late > 0
    ? { code: 'ui.days-late', args: [late] }
    : (soonText(due, today) ?? { code: 'ui.due-day', args: [due, today] });
}

function soonText(due: IsoDate, today: IsoDate): Text | undefined {
  const days = daysBetween(today, due);
  if (days < 0) {
    return { code: 'ui.overdue', args: [-days] };
  }
  return days < 2 ? { code: days === 0 ? 'ui.due-today' : 'ui.due-tomorrow', args: [] } : undefined;
}

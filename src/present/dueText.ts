import { daysBetween, type IsoDate } from '../core/plan/dates';
import type { Text } from '../shared/text';

/** When something open is due, as calmly as it can be said: `due 20 Nov`, `due tomorrow`, `3 days overdue`. */
export function dueText(due: IsoDate, today: IsoDate): Text {
  const days = daysBetween(today, due);
  if (days < 0) {
    return { code: 'ui.overdue', args: [-days] };
  }
  if (days < 2) {
    return { code: days === 0 ? 'ui.due-today' : 'ui.due-tomorrow', args: [] };
  }
  return { code: 'ui.due', args: [due, today] };
}

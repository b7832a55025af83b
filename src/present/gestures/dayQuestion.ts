import { daysBetween, type IsoDate } from '../../core/base/dates';
import { typedDay } from '../../core/base/dayWords';
import type { Text } from '../../words/text';
import { noneRows, unclearRow, valueRow, type Question, type QuestionScope, type ValueRow } from './question';

/** A day that the figures suggest, and where it comes from. */
export interface SuggestedDay {
  readonly day: IsoDate;
  readonly reason: Text;
}

const OFFERED = ['today', 'friday', 'next friday', '+2w', '+4w'];

/**
 * Asks for a day, which can be typed in several ways and is shown as understood.
 * @param suggested days that come before others
 */
export function dayQuestion(scope: QuestionScope, suggested: readonly SuggestedDay[] = []): Question {
  return question(scope, noneRows(scope), suggested);
}

/** Asks for a day of something that has none yet. */
export function newDayQuestion(today: IsoDate): Question {
  return question({ today, current: undefined }, [], []);
}

function question(
  scope: Pick<QuestionScope, 'today' | 'current'>,
  none: readonly ValueRow[],
  suggested: readonly SuggestedDay[],
): Question {
  const { today, current } = scope;
  const rowOf = (day: IsoDate, more: Partial<ValueRow> = {}): ValueRow => {
    const { description, ...others } = more;
    const far: Text = { code: 'edit.days-from-today', args: [daysBetween(today, day)] };
    const parts = description === undefined ? far : [description, far];
    return valueRow(scope, day, { code: 'edit.weekday-day', args: [day] }, { ...others, description: parts });
  };
  const offered = new Map<IsoDate, ValueRow>();
  const offer = (day: IsoDate | undefined, more?: Partial<ValueRow>): void => {
    if (day !== undefined && !offered.has(day)) {
      offered.set(day, rowOf(day, more));
    }
  };
  offer(current);
  suggested.forEach(({ day, reason }) => {
    offer(day, { description: reason, icon: 'graph-line' });
  });
  OFFERED.forEach(word => {
    // How far away it is says so of today.
    offer(typedDay(word, today), word === 'today' ? {} : { description: word });
  });
  const rows = [...offered.values(), ...none];
  return {
    hint: { code: 'edit.day-hint', args: [] },
    many: false,
    rows: typed => {
      if (typed.trim() === '') {
        return rows;
      }
      const day = typedDay(typed, today);
      return day === undefined
        ? [unclearRow(typed, { code: 'edit.day-hint', args: [] })]
        : [rowOf(day, { typed: true, description: day, icon: 'calendar' })];
    },
  };
}

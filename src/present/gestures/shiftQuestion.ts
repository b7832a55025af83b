import { typedShifts, type DateShift, type ShiftedDate } from '../../core/plan/shiftDates';
import type { Text } from '../../words/text';
import type { PickRow } from '../picks/pickRow';
import { unclearRow, type Question, type ValueRow } from './question';

const OFFERED = ['+1w', '+2w', '+4w', '-1w'];

/** Asks how far dates are shifted; what is answered is read by `shiftOf`. */
export function shiftQuestion(): Question {
  const hint: Text = { code: 'edit.shift-hint', args: [] };
  return {
    hint,
    many: false,
    rows: typed => {
      if (typed.trim() === '') {
        return OFFERED.flatMap(one => typedShifts(one).map(shift => rowOf(shift, one)));
      }
      const shifts = typedShifts(typed);
      return shifts.length === 0
        ? [unclearRow(typed, hint)]
        : shifts.map(shift => ({ ...rowOf(shift), typed: true }));
    },
  };
}

/** The shift that an answer stands for. */
export function shiftOf(text: string): DateShift | undefined {
  const [first, working] = typedShifts(text);
  return text.endsWith('wd') ? (working ?? first) : first;
}

function rowOf(shift: DateShift, description?: string): ValueRow {
  const { count, unit } = shift;
  return {
    label: { code: 'edit.shift-by', args: [count, unit] },
    ...(description !== undefined && { description }),
    icon: count > 0 ? 'arrow-right' : 'arrow-left',
    value: { kind: 'value', text: `${count}${unit === 'days' ? 'd' : 'wd'}` },
  };
}

/** All dates that a shift moves, all of them chosen at first. */
export function shiftPicks(dates: readonly ShiftedDate[]): readonly PickRow<ShiftedDate>[] {
  return dates.map(date => {
    const { item, field, from, to } = date;
    const name = item.kind === 'milestone' ? item.title : `${item.id} ${item.title}`.trim();
    return {
      label: name,
      description: { code: 'edit.shift-date', args: [field, from, to] },
      picked: true,
      value: date,
    };
  });
}

import { addDays, type IsoDate } from '../base/dates';
import { isOver } from './category';
import { workdaysBetween } from './countWorkdays';
import type { Milestone, Plan, Task } from './model';
import type { PlanSettings } from './settings';

/** How far dates are shifted: later, or earlier where the count is negative. */
export interface DateShift {
  readonly count: number;
  readonly unit: 'days' | 'workdays';
}

/** A date of an item, and what it becomes. */
export interface ShiftedDate {
  readonly item: Task | Milestone;
  readonly field: 'start' | 'due' | 'until';
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Nothing is shifted further than this many days. */
const FURTHEST = 3660;

/**
 * What somebody means who types `+2w`, `-3d`, `5 wd` (working days) or `10`: days can be calendar or working days, so
 * that there are two readings of them, the calendar's first.
 * @returns nothing for anything else, and for no shift at all
 */
export function typedShifts(typed: string): readonly DateShift[] {
  const [, sign, digits, unit] =
    /^([+-]?) ?(\d{1,4}) ?(wd|d|w|days?|weeks?|)$/.exec(typed.trim().toLowerCase()) ?? [];
  const count = Number(`${sign ?? ''}${digits ?? 0}`);
  if (!count || Math.abs(count) * (unit?.startsWith('w') ? 7 : 1) > FURTHEST) {
    return [];
  }
  switch (unit) {
    case 'wd':
      return [{ count, unit: 'workdays' }];
    case 'w':
    case 'week':
    case 'weeks':
      return [{ count: 7 * count, unit: 'days' }];
    default:
      return [
        { count, unit: 'days' },
        { count, unit: 'workdays' },
      ];
  }
}

/**
 * The dates of items that a shift moves, those of a milestone with those of its open tasks. What is done or dropped stays
 * where it is, and so does a start that lies behind: of a task that is being worked on, or of a milestone by today.
 */
export function shiftDates(
  { tasks, settings }: Pick<Plan, 'tasks' | 'settings'>,
  items: readonly (Task | Milestone)[],
  shift: DateShift,
  today: IsoDate,
): readonly ShiftedDate[] {
  const all = new Set<Task | Milestone>();
  for (const item of items) {
    all.add(item);
    if (item.kind === 'milestone') {
      tasks.filter(({ milestone }) => milestone === item.key).forEach(task => all.add(task));
    }
  }
  return [...all].flatMap(item => {
    if (item.kind === 'task' ? isOver(item.category) : ['done', 'dropped'].includes(item.status)) {
      return [];
    }
    const hasBegun =
      item.kind === 'task' ? item.category === 'active' : item.start !== undefined && item.start <= today;
    const dates = {
      start: hasBegun ? undefined : item.start,
      due: item.due,
      until: item.kind === 'task' ? item.until : undefined,
    };
    return (['start', 'due', 'until'] as const).flatMap((field): ShiftedDate[] => {
      const from = dates[field];
      return from === undefined ? [] : [{ item, field, from, to: shiftedDay(from, shift, settings) }];
    });
  });
}

/** By working days a date comes to a working day. */
export function shiftedDay(
  day: IsoDate,
  { count, unit }: DateShift,
  settings: Pick<PlanSettings, 'workweek' | 'holidays'>,
): IsoDate {
  if (unit === 'days') {
    return addDays(day, count);
  }
  const step = Math.sign(count);
  let [at, left] = [day, Math.abs(count)];
  // A plan in which nobody ever works ends here as well.
  for (let tried = 0; left > 0 && tried < 2 * FURTHEST; tried++) {
    at = addDays(at, step);
    left -= workdaysBetween(addDays(at, -1), at, settings);
  }
  return at;
}

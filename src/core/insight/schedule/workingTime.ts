/** Rounding of sums of fractions of days stays far below this; a minute of work is far above it. */
export const TOLERANCE = 1e-6;

/**
 * From a calendar day on, until the next stretch begins, the same days of each week are worked on: bit `i` stands for
 * the days `i`, `i + 7`, `i + 14`, … from today, whichever weekday that is.
 */
export interface Stretch {
  readonly from: number;
  readonly week: number;
}

/** How many bits are set in each of the 128 weeks. */
const DAYS_OF_WEEK = Uint8Array.from(
  { length: 128 },
  (_, week) => [...week.toString(2)].filter(bit => bit === '1').length,
);

/**
 * The days on which something can be worked on, and the arithmetic of working time on them. Its size and the time of
 * an answer follow from the number of days off, never from how far away a day is.
 *
 * A *time* is a number of calendar days since the start of today, its fraction a share of that day's working
 * hours: 2.5 is the middle of the working hours of the day after tomorrow. A *position* is the number of
 * working days from the start of today to a time. Either is `Infinity` where no working day is left.
 */
export class WorkingTime {
  private readonly from: Int32Array;
  private readonly weeks: Uint8Array;
  /** Working days before each stretch. */
  private readonly before: Int32Array;

  /** @param stretches in ascending order, the first from day 0 on; the last one never ends */
  constructor(stretches: readonly Stretch[]) {
    this.from = Int32Array.from(stretches, ({ from }) => from);
    this.weeks = Uint8Array.from(stretches, ({ week }) => week);
    this.before = new Int32Array(stretches.length);
    for (let at = 1; at < stretches.length; at++) {
      this.before[at] = (this.before[at - 1] as number) + this.worked(at - 1, this.from[at] as number);
    }
  }

  /** Working days from the start of today to a time. */
  position(time: number): number {
    if (time === Infinity) {
      return Infinity;
    }
    const day = Math.floor(time);
    if (day < 0) {
      return 0;
    }
    const at = lastUpTo(this.from, day);
    const before = (this.before[at] as number) + this.worked(at, day);
    return ((this.weeks[at] as number) >> (day % 7)) & 1 ? before + (time - day) : before;
  }

  /** The time at which the working day at a position begins or goes on: never on a day off. */
  begin(position: number): number {
    const index = Math.floor(position + TOLERANCE);
    return index < Infinity ? this.dayAt(index) + Math.max(0, position - index) : Infinity;
  }

  /** The time at which work ends that fills everything up to a position greater than zero. */
  end(position: number): number {
    const index = Math.max(0, Math.ceil(position - TOLERANCE) - 1);
    return index < Infinity ? this.dayAt(index) + Math.min(1, position - index) : Infinity;
  }

  /** When work of so many days ends that begins at a time or at the next chance; the time itself for none. */
  advance(time: number, work: number): number {
    return work > 0 ? this.end(this.position(time) + work) : time;
  }

  /** The latest time at which work of so many days may begin to end at a time; negative when that has passed. */
  retreat(time: number, work: number): number {
    const position = this.position(time) - work;
    return position < -TOLERANCE ? position : this.begin(Math.max(0, position));
  }

  /** The calendar day, from today, of the working day number `index` (0 is the first). */
  dayAt(index: number): number {
    const at = lastUpTo(this.before, index);
    const from = this.from[at] as number;
    const week = turned(this.weeks[at] as number, from % 7);
    const perWeek = DAYS_OF_WEEK[week] as number;
    if (perWeek === 0) {
      return Infinity;
    }
    const left = index - (this.before[at] as number);
    let rest = left % perWeek;
    for (let day = 0; ; day++) {
      if ((week >> day) & 1 && rest-- === 0) {
        return from + Math.floor(left / perWeek) * 7 + day;
      }
    }
  }

  /** Working days before a calendar day. */
  countBefore(day: number): number {
    const at = lastUpTo(this.from, Math.max(0, day));
    return (this.before[at] as number) + this.worked(at, Math.max(0, day));
  }

  /** Working days from the beginning of a stretch to a day in it or at its end, that one not included. */
  private worked(at: number, until: number): number {
    const from = this.from[at] as number;
    const week = turned(this.weeks[at] as number, from % 7);
    const rest = (until - from) % 7;
    const whole = (until - from - rest) / 7;
    return whole * (DAYS_OF_WEEK[week] as number) + (DAYS_OF_WEEK[week & ((1 << rest) - 1)] as number);
  }
}

/** A week as seen from one of its days on. */
function turned(week: number, days: number): number {
  return ((week >> days) | (week << (7 - days))) & 127;
}

/** The last place in ascending numbers, the first of them zero, whose number is not above a value. */
function lastUpTo(numbers: Int32Array, value: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((numbers[middle] as number) <= value) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

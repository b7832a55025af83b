/** Rounding of sums of fractions of days stays far below this; a minute of work is far above it. */
export const TOLERANCE = 1e-6;

/** So many days without a working day (ten years) cannot be meant: from there on every day counts. */
const MOST_DAYS_OFF = 3653;

/**
 * The days on which something can be worked on, as a growing list, and the arithmetic of working time on it.
 *
 * A *time* is a number of calendar days since the start of today, its fraction a share of that day's working
 * hours: 2.5 is the middle of the working hours of the day after tomorrow. A *position* is the number of
 * working days from the start of today to a time.
 */
export class WorkDays {
  /** Calendar days from today of the working days, in ascending order. */
  private readonly days: number[] = [];
  /** Working days before each calendar day that has been looked at. */
  private readonly before: number[] = [];

  /** @param works whether a calendar day, counted from today, is a working day; asked once, in order */
  constructor(private readonly works: (day: number) => boolean) {}

  /** Working days from the start of today to a time. */
  position(time: number): number {
    const day = Math.floor(time);
    const before = this.countBefore(day);
    return this.dayAt(before) === day ? before + (time - day) : before;
  }

  /** The time at which the working day at a position begins or goes on: never on a day off. */
  begin(position: number): number {
    const index = Math.floor(position + TOLERANCE);
    return this.dayAt(index) + Math.max(0, position - index);
  }

  /** The time at which work ends that fills everything up to a position greater than zero. */
  end(position: number): number {
    const index = Math.max(0, Math.ceil(position - TOLERANCE) - 1);
    return this.dayAt(index) + Math.min(1, position - index);
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
    while (this.days.length <= index) {
      this.grow();
    }
    return this.days[index] as number;
  }

  /** Working days before a calendar day. */
  countBefore(day: number): number {
    while (this.before.length <= day) {
      this.grow();
    }
    return this.before[Math.max(0, day)] as number;
  }

  private grow(): void {
    const next = this.before.length;
    const last = this.days.at(-1) ?? -1;
    this.before.push(this.days.length);
    if (this.works(next) || next - last > MOST_DAYS_OFF) {
      this.days.push(next);
    }
  }
}

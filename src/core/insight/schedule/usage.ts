import { TOLERANCE } from './workingTime';

/** Finds a start for work at a time, whatever time it is given; for each start there is one end. */
export type EndOf = (start: number) => number;

/**
 * How much of something scarce (a person, a test stand) is in use over time: steps in ascending order, each
 * with the amount in use from its time on.
 */
export class Usage {
  private readonly times: number[] = [0];
  private readonly used: number[] = [0];
  /** So many steps from today on have no room for anything: work without gaps is not searched for one. */
  private full = 0;

  constructor(readonly capacity: number) {}

  /**
   * The earliest start from `from` on at which the amount is free until the work has ended.
   * @returns `Infinity` when there never is as much
   */
  earliest(from: number, amount: number, endOf: EndOf): number {
    if (amount > this.capacity + TOLERANCE) {
      return Infinity;
    }
    let step = Math.max(this.full, this.stepAt(from));
    let start = Math.max(from, this.time(this.full));
    let end = endOf(start);
    for (; this.time(step) < end - TOLERANCE; step++) {
      if (this.lacks(step, amount)) {
        while (this.lacks(step + 1, amount)) {
          step++;
        }
        start = Math.max(start, this.time(step + 1));
        end = endOf(start);
      }
    }
    return start;
  }

  /**
   * The latest end up to `until` before which the amount is free since the work has started.
   * @param startOf the start of work that ends at a time; negative when it had to start before today
   */
  latest(until: number, amount: number, startOf: EndOf): number {
    let end = until;
    let start = startOf(end);
    for (let step = this.stepAt(end - 2 * TOLERANCE); step >= 0 && start >= 0; step--) {
      if (this.time(step + 1) <= start + TOLERANCE) {
        break;
      }
      if (this.lacks(step, amount)) {
        end = Math.min(end, this.time(step));
        start = startOf(end);
      }
    }
    return start < 0 ? -1 : end;
  }

  /** Takes an amount from `start` to `end`. */
  take(start: number, end: number, amount: number): void {
    if (end <= start) {
      return;
    }
    const first = this.stepFrom(start);
    const last = this.stepFrom(end);
    for (let step = first; step < last; step++) {
      this.used[step] = (this.used[step] as number) + amount;
    }
    this.join(last);
    this.join(first);
    while (this.full < this.times.length - 1 && this.lacks(this.full, 2 * TOLERANCE)) {
      this.full++;
    }
  }

  /** Makes a step one with the one before it where both have as much in use, so that one task after another is one. */
  private join(step: number): void {
    if (step > 0 && this.used[step] === this.used[step - 1]) {
      this.times.splice(step, 1);
      this.used.splice(step, 1);
      if (step < this.full) {
        this.full--;
      }
    }
  }

  private lacks(step: number, amount: number): boolean {
    return (this.used[step] as number) + amount > this.capacity + TOLERANCE;
  }

  private time(step: number): number {
    return this.times[step] ?? Infinity;
  }

  /** The step in which a time lies. */
  private stepAt(time: number): number {
    let low = this.time(this.full) <= time + TOLERANCE ? this.full : 0;
    let high = this.times.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.times[middle] as number) <= time + TOLERANCE) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** The step that begins at a time, made when there is none. */
  private stepFrom(time: number): number {
    const step = this.stepAt(time);
    if (Math.abs(this.time(step) - time) <= TOLERANCE) {
      return step;
    }
    if (step < this.full) {
      this.full++;
    }
    this.times.splice(step + 1, 0, time);
    this.used.splice(step + 1, 0, this.used[step] as number);
    return step + 1;
  }
}

const DAY = 86_400_000;

/** Days of the story: counted in working days from today, so that the story reads alike on every day of the week. */
export class Calendar {
  private readonly now: number;
  private readonly days = new Map<number, string>();

  /** @throws RangeError when `today` is not a real day written `YYYY-MM-DD`. */
  constructor(readonly today: string) {
    this.now = Date.parse(`${today}T00:00:00Z`);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(today) || Number.isNaN(this.now)) {
      throw new RangeError(`not a day: ${today}`);
    }
  }

  /**
   * The n-th working day (Monday to Friday) from today, `YYYY-MM-DD`: −1 is the last working day before
   * today, 0 is today or, on a weekend, the next working day.
   */
  day(n: number): string {
    const known = this.days.get(n);
    if (known !== undefined) {
      return known;
    }
    let at = this.now;
    while (n >= 0 && isWeekend(at)) {
      at += DAY;
    }
    for (let left = Math.abs(n); left > 0;) {
      at += Math.sign(n) * DAY;
      left -= isWeekend(at) ? 0 : 1;
    }
    const day = new Date(at).toISOString().slice(0, 10);
    this.days.set(n, day);
    return day;
  }

  /** The day a field means: `+4` and `-4` count working days, anything else stays as it is. */
  resolve(value: string): string {
    return /^[+-]\d+$/.test(value) ? this.day(Number(value)) : value;
  }

  /** Seconds since 1970 of a moment on a working day, `minutes` after midnight UTC. */
  seconds(n: number, minutes: number): number {
    return Date.parse(`${this.day(n)}T00:00:00Z`) / 1000 + minutes * 60;
  }
}

function isWeekend(time: number): boolean {
  const weekday = new Date(time).getUTCDay();
  return weekday === 0 || weekday === 6;
}

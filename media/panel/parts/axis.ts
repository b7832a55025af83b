import { nice, ticks } from 'd3-array';
import { utcTicks } from 'd3-time';
import { formatDay } from '../../../src/words/days';

/** A drawing area in pixels; what lies outside of the margins is for axes. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly margin: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
}

/** A place on an axis with its label. */
export interface Tick {
  readonly at: number;
  readonly text: string;
}

/** Maps values to pixels in a straight line. */
export interface Scale<T> {
  (value: T): number;
  /** Least and greatest value. */
  readonly domain: readonly [T, T];
  /** Their pixels. */
  readonly range: readonly [number, number];
}

/** Pixels that the label of a day takes with much room around it, and the least between two. */
const LABEL = 90;
const CLOSEST = 64;

/** A day as milliseconds since 1970. */
export function moment(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** Days from left to right. */
export function dayScale({ width, margin }: Frame, from: string, to: string): Scale<string> {
  const range = [margin.left, width - margin.right] as const;
  const map = straight([moment(from), moment(to)], range);
  return Object.assign((day: string) => map(moment(day)), { domain: [from, to] as const, range });
}

/** Amounts from zero at the bottom to a round number at the top. */
export function amountScale({ height, margin }: Frame, most: number): Scale<number> {
  const domain = nice(0, Math.max(1, most), 5);
  const range = [height - margin.bottom, margin.top] as const;
  return Object.assign(straight(domain, range), { domain, range });
}

function straight(
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
): (value: number) => number {
  const factor = to === from ? 0 : (end - start) / (to - from);
  return value => start + (value - from) * factor;
}

/** Round amounts, whole ones only. */
export function amountTicks(scale: Scale<number>): Tick[] {
  return ticks(...scale.domain, 5)
    .filter(Number.isInteger)
    .map(amount => ({ at: scale(amount), text: String(amount) }));
}

/** Round days, as many as have room; with the year where it is another one than before. */
export function dayTicks(scale: Scale<string>, today: string): Tick[] {
  const [from, to] = scale.domain;
  const count = Math.max(2, Math.floor((scale.range[1] - scale.range[0]) / LABEL));
  // A short span has ticks within its days.
  const days = new Set(
    utcTicks(new Date(moment(from)), new Date(moment(to)), count).map(day => day.toISOString().slice(0, 10)),
  );
  const roomy: string[] = [];
  for (const day of days) {
    const last = roomy.at(-1);
    if (last === undefined || scale(day) - scale(last) >= CLOSEST) {
      roomy.push(day);
    }
  }
  return roomy.map((day, index) => ({
    at: scale(day),
    text: formatDay(day, roomy[index - 1] ?? today),
  }));
}

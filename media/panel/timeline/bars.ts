import { utcDay, utcMonday, utcMonth } from 'd3-time';
import type { CountableTimeInterval } from 'd3-time';
import type { BarGroupModel, BarModel, SpanModel, TimelineModel } from '../../../src/shared/timelineModel';
import { formatDay } from '../../../src/words/days';
import type { Zoom } from '../../../src/shared/protocol';
import type { Tick } from '../parts/axis';
import { moment } from '../parts/axis';

/** Pixels: height of a row, and of a bar in it. */
export const ROW = 24;

/** The height of a bar, in pixels. */
export const BAR = 12;
/** Pixels of the scale above the rows. */
export const HEAD = 36;
/** Of the name of a month or day with the space after it, in pixels. */
const NAME_WIDTH = 56;
/** Pixels of a day, by what a column stands for. */
const DAY_WIDTH: { readonly [zoom in Zoom]: number } = { day: 28, week: 10, month: 4, quarter: 1.6 };
/** Days. */
const QUARTER = 90;
const DAY_MS = 86_400_000;

/** A box in pixels from the left edge. */
export interface Box {
  readonly x: number;
  readonly width: number;
}

/** A group or a bar with its place. Rows follow each other from the top. */
export type TimelineRow =
  | {
      readonly kind: 'group';
      readonly group: BarGroupModel;
      readonly y: number;
      readonly folded: boolean;
      readonly box?: Box;
      readonly due?: number;
      readonly dueBefore?: number;
      readonly likely?: Box;
    }
  | {
      readonly kind: 'bar';
      readonly bar: BarModel;
      readonly y: number;
      readonly box: Box;
      readonly before?: Box;
      readonly past?: Box;
      readonly due?: number;
    };

/** Where everything in the timeline is drawn. */
export interface TimelineLayout {
  readonly width: number;
  readonly height: number;
  readonly rows: readonly TimelineRow[];
  readonly today: number;
  /** Weekends, where a day is wide enough to be seen, and days off. */
  readonly shades: readonly Box[];
  readonly ticks: readonly Tick[];
}

/** What a column stands for, and the pixels of a day. */
export interface TimeScale {
  readonly zoom: Zoom;
  readonly perDay: number;
}

/** A day is never narrower than this many pixels, so that what takes years can be scrolled. */
const NARROWEST = 0.5;

/**
 * The zoom that was chosen; else what fills the width with everything, with the columns that have room then.
 * @param width pixels for the bars
 */
export function timeScale({ span }: TimelineModel, width: number, chosen?: Zoom): TimeScale {
  if (chosen) {
    return { zoom: chosen, perDay: DAY_WIDTH[chosen] };
  }
  const days = daysIn(span);
  const zoom = (['day', 'week', 'month'] as const).find(one => days * DAY_WIDTH[one] <= width) ?? 'quarter';
  return { zoom, perDay: Math.max(NARROWEST, width / days) };
}

/** Places everything of the timeline. */
export function layoutTimeline(
  model: TimelineModel,
  { zoom, perDay }: TimeScale,
  isFolded: (id: string) => boolean,
  language: string,
): TimelineLayout {
  const { span } = model;
  const start = moment(span.start);
  const x = (day: string): number => ((moment(day) - start) / DAY_MS) * perDay;
  // What lies before the first day stands at the edge.
  const end = (day: string): number => Math.max(0, x(day) + perDay);
  const box = (of: SpanModel): Box => {
    const left = Math.max(0, x(of.start));
    return { x: left, width: Math.max(2, x(of.finish) + perDay - left) };
  };
  const rows: TimelineRow[] = [];
  for (const group of model.groups) {
    const folded = isFolded(group.id);
    const { due, dueBefore, likely } = group;
    rows.push({
      kind: 'group',
      group,
      y: rows.length * ROW,
      folded,
      ...(group.span && { box: box(group.span) }),
      // A due date is met until its end.
      ...(due && { due: end(due.date) }),
      ...(dueBefore !== undefined && { dueBefore: end(dueBefore) }),
      ...(likely && { likely: box(likely) }),
    });
    for (const bar of folded ? [] : group.bars) {
      rows.push({
        kind: 'bar',
        bar,
        y: rows.length * ROW,
        box: box(bar.span),
        ...(bar.before && { before: box(bar.before) }),
        ...(bar.past && { past: box(bar.past) }),
        ...(bar.due !== undefined && { due: end(bar.due) }),
      });
    }
  }
  return {
    // Rounded first: days that fill the width make no fraction of a pixel more.
    width: Math.ceil(Math.round(daysIn(span) * perDay * 100) / 100),
    height: rows.length * ROW,
    rows,
    today: x(model.today),
    shades: shadesOf(model, perDay, box),
    ticks: ticksOf(model, zoom, perDay, x, language),
  };
}

/** A line from the end of one bar to the start of another, in right angles. */
export function dependencyPath(from: Box & { readonly y: number }, to: Box & { readonly y: number }): string {
  const [x1, y1] = [from.x + from.width, from.y + ROW / 2];
  const [x2, y2] = [to.x, to.y + ROW / 2];
  const bend = Math.max(x1 + 5, Math.min(x2 - 5, x1 + 5));
  return x2 >= x1 + 8
    ? `M${x1} ${y1}H${bend}V${y2}H${x2}`
    : `M${x1} ${y1}H${bend}V${(y1 + y2) / 2}H${x2 - 5}V${y2}H${x2}`;
}

function daysIn({ start, finish }: SpanModel): number {
  return (moment(finish) - moment(start)) / DAY_MS + 1;
}

/** Weekends that are not wider than this many pixels a day are only noise. */
const SHADED = 3;

function shadesOf({ span, weekend, off }: TimelineModel, perDay: number, box: (of: SpanModel) => Box): Box[] {
  const within = off
    .filter(({ start, finish }) => finish >= span.start && start <= span.finish)
    .map(({ start, finish }) => box({ start, finish: finish < span.finish ? finish : span.finish }));
  if (perDay <= SHADED) {
    return within;
  }
  const days = utcDay
    .range(new Date(moment(span.start)), new Date(moment(span.finish) + DAY_MS))
    .filter(day => weekend.includes(((day.getUTCDay() + 6) % 7) + 1))
    .map(day => day.toISOString().slice(0, 10));
  return [...within, ...days.map(day => box({ start: day, finish: day }))];
}

function ticksOf(
  { span: { start, finish }, today }: TimelineModel,
  zoom: Zoom,
  perDay: number,
  x: (day: string) => number,
  language: string,
): Tick[] {
  const months3 = perDay * QUARTER;
  const quarter = utcMonth.every(months3 > NAME_WIDTH ? 3 : months3 * 2 > NAME_WIDTH ? 6 : 12) ?? utcMonth;
  const intervals: { readonly [zoom in Zoom]: Pick<CountableTimeInterval, 'range'> } = {
    day: utcMonday,
    week: utcMonday.every(2) ?? utcMonday,
    month: utcMonth,
    quarter,
  };
  const names = new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  return intervals[zoom].range(new Date(moment(start)), new Date(moment(finish))).map(date => {
    const day = date.toISOString().slice(0, 10);
    const text = zoom === 'day' || zoom === 'week' ? formatDay(day, today) : names.format(date);
    // At the end a name would be cut.
    return { at: x(day), text: x(finish) - x(day) < NAME_WIDTH ? '' : text };
  });
}

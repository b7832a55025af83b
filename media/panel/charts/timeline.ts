import { utcDay, utcMonday, utcMonth } from 'd3-time';
import type { CountableTimeInterval } from 'd3-time';
import type { BarGroupModel, BarModel, SpanModel, TimelineModel } from '../../../src/shared/timelineModel';
import type { Zoom } from '../../../src/shared/protocol';
import type { Tick } from './axis';
import { moment } from './axis';

/** Pixels: height of a row, and of a bar in it. */
export const ROW = 24;
export const BAR = 12;
/** Pixels of a day, by what a column stands for. */
const DAY_WIDTH: { readonly [zoom in Zoom]: number } = { day: 28, week: 10, month: 4, quarter: 1.6 };
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
      readonly due?: number;
    };

export interface TimelineLayout {
  readonly width: number;
  readonly height: number;
  readonly rows: readonly TimelineRow[];
  readonly today: number;
  /** Weekends, where a day is wide enough to be seen, and days off. */
  readonly shades: readonly Box[];
  readonly ticks: readonly Tick[];
}

/** The widest zoom at which everything has room, else the narrowest. */
export function zoomFor({ span }: TimelineModel, width: number): Zoom {
  const days = daysIn(span);
  const fits = (['day', 'week', 'month'] as const).find(zoom => days * DAY_WIDTH[zoom] <= width);
  return fits ?? 'quarter';
}

/** Places everything of the timeline. */
export function layoutTimeline(
  model: TimelineModel,
  zoom: Zoom,
  isFolded: (id: string) => boolean,
  language: string,
): TimelineLayout {
  const { span } = model;
  const perDay = DAY_WIDTH[zoom];
  const start = moment(span.start);
  const x = (day: string): number => ((moment(day) - start) / DAY_MS) * perDay;
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
      ...(due && { due: x(due.date) + perDay }),
      ...(dueBefore !== undefined && { dueBefore: x(dueBefore) + perDay }),
      ...(likely && { likely: box(likely) }),
    });
    for (const bar of folded ? [] : group.bars) {
      rows.push({
        kind: 'bar',
        bar,
        y: rows.length * ROW,
        box: box(bar.span),
        ...(bar.before && { before: box(bar.before) }),
        ...(bar.due !== undefined && { due: x(bar.due) + perDay }),
      });
    }
  }
  return {
    width: Math.ceil(daysIn(span) * perDay),
    height: rows.length * ROW,
    rows,
    today: x(model.today),
    shades: shadesOf(model, perDay, box),
    ticks: ticksOf(span, zoom, x, language),
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

/** Weekends narrower than this many pixels a day are only noise. */
const SHADED = 3;

function shadesOf({ span, weekend, off }: TimelineModel, perDay: number, box: (of: SpanModel) => Box): Box[] {
  const within = off
    .filter(({ start, finish }) => finish >= span.start && start <= span.finish)
    .map(({ start, finish }) => box({ start, finish: finish < span.finish ? finish : span.finish }));
  if (perDay < SHADED) {
    return within;
  }
  const days = utcDay
    .range(new Date(moment(span.start)), new Date(moment(span.finish) + DAY_MS))
    .filter(day => weekend.includes(((day.getUTCDay() + 6) % 7) + 1))
    .map(day => day.toISOString().slice(0, 10));
  return [...within, ...days.map(day => box({ start: day, finish: day }))];
}

function ticksOf(
  { start, finish }: SpanModel,
  zoom: Zoom,
  x: (day: string) => number,
  language: string,
): Tick[] {
  const quarter = utcMonth.every(3) ?? utcMonth;
  const intervals: { readonly [zoom in Zoom]: Pick<CountableTimeInterval, 'range'> } = {
    day: utcMonday,
    week: utcMonday.every(2) ?? utcMonday,
    month: utcMonth,
    quarter,
  };
  const format = new Intl.DateTimeFormat(language, {
    ...(zoom === 'day' || zoom === 'week' ? { day: 'numeric' } : { year: '2-digit' }),
    month: 'short',
    timeZone: 'UTC',
  });
  return intervals[zoom]
    .range(new Date(moment(start)), new Date(moment(finish)))
    .map(day => ({ at: x(day.toISOString().slice(0, 10)), text: format.format(day) }));
}

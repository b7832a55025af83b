import { area, curveStepAfter } from 'd3-shape';
import { BANDS } from '../../../src/shared/risksModel';
import type { Band, BandTrendModel } from '../../../src/shared/risksModel';
import type { Frame, Tick } from '../parts/axis';
import { amountScale, amountTicks, dayScale, dayTicks } from '../parts/axis';

/** Counts per band over time as areas and places in pixels. */
export interface BandTrendDrawing {
  /** From the bottom up, the gravest first; only bands that hold something at some time. */
  readonly areas: readonly { readonly band: Band; readonly path: string }[];
  readonly days: readonly Tick[];
  readonly amounts: readonly Tick[];
  /** One for each level, from left to right; `top` is the height of all bands together. */
  readonly stops: readonly { readonly at: number; readonly top: number }[];
}

/** Bands on top of each other, as steps: a count holds until the day on which it changes, the last until today. */
export function drawBandTrend(
  { levels, today }: Pick<BandTrendModel, 'levels' | 'today'>,
  frame: Frame,
): BandTrendDrawing {
  const last = levels.at(-1);
  const points = last && last.day < today ? [...levels, { ...last, day: today }] : levels;
  const below = (counts: readonly number[], bands: number): number =>
    counts.slice(0, bands).reduce((sum, count) => sum + count, 0);
  const all = BANDS.length;
  const x = dayScale(frame, points[0]?.day ?? today, points.at(-1)?.day ?? today);
  const y = amountScale(frame, Math.max(0, ...points.map(({ counts }) => below(counts, all))));
  const areas = BANDS.flatMap((band, index) => {
    const shape = area<(typeof points)[number]>(
      ({ day }) => x(day),
      ({ counts }) => y(below(counts, index)),
      ({ counts }) => y(below(counts, index + 1)),
    ).curve(curveStepAfter);
    return points.some(({ counts }) => counts[index]) ? [{ band, path: shape(points) ?? '' }] : [];
  });
  return {
    areas,
    days: dayTicks(x, today),
    amounts: amountTicks(y),
    stops: levels.map(({ day, counts }) => ({ at: x(day), top: y(below(counts, all)) })),
  };
}

import { area, curveStepAfter, line } from 'd3-shape';
import type { BurnUpModel } from '../../../src/shared/forecastModel';
import type { Frame, Tick } from '../parts/axis';
import { amountScale, amountTicks, dayScale, dayTicks } from '../parts/axis';

/** The burn-up as paths and places in pixels. */
export interface BurnUpDrawing {
  readonly scope: string;
  readonly done: string;
  /** Between 15 and 85 % of the runs, and the line through the middle; empty without a forecast. */
  readonly cone: string;
  readonly likely: string;
  readonly today: number;
  readonly dues: readonly { readonly at: number; readonly title: string; readonly day: string }[];
  readonly days: readonly Tick[];
  readonly amounts: readonly Tick[];
  /** One for each point of the model and of its cone, from left to right. */
  readonly stops: readonly { readonly at: number; readonly done: number }[];
}

/** Tasks done beyond today's, at least: in 85 %, in half and in 15 % of the runs. */
export interface DoneBy {
  readonly p85: number;
  readonly p50: number;
  readonly p15: number;
  /** These are all that are open today, in 85 % of the runs. */
  readonly all: boolean;
  /** The cone ends before, and not since all is done. */
  readonly beyond: boolean;
}

/** How many more tasks will be done by the end of a day: the cone is known week by week, so by the last week that ends until then. */
export function doneBy({ points, cone, today }: BurnUpModel, day: string): DoneBy {
  const { done = 0, scope = Infinity } = points.at(-1) ?? {};
  const { p85, p50, p15 } = cone.findLast(point => point.day <= day) ?? { p85: done, p50: done, p15: done };
  const more = (amount: number): number => Math.max(0, Math.floor(amount) - done);
  const all = p85 >= scope;
  return {
    p85: more(p85),
    p50: more(p50),
    p15: more(p15),
    all,
    beyond: !all && day > (cone.at(-1)?.day ?? today),
  };
}

/**
 * Scope and done work as steps, since they change when a commit lands and not in between; the cone from the
 * last known day on. Scope is drawn on as it is.
 */
export function drawBurnUp(model: BurnUpModel, frame: Frame): BurnUpDrawing {
  const { points, cone, today, dues } = model;
  const [first, last] = [points[0], points.at(-1)];
  const from = first?.day ?? today;
  const end = [today, cone.at(-1)?.day ?? today, ...dues.map(({ day }) => day)].reduce((a, b) =>
    a > b ? a : b,
  );
  const most = Math.max(...points.map(({ scope }) => scope), ...cone.map(({ p15 }) => p15));
  const x = dayScale(frame, from, end);
  const y = amountScale(frame, most);
  const at = x;
  const steps = line<{ readonly day: string; readonly amount: number }>(
    ({ day }) => at(day),
    ({ amount }) => y(amount),
  ).curve(curveStepAfter);
  const start =
    last && cone.length > 0 ? [{ day: last.day, p15: last.done, p50: last.done, p85: last.done }] : [];
  const ahead = [...start, ...cone];
  const band = area<(typeof ahead)[number]>(
    ({ day }) => at(day),
    ({ p85 }) => y(p85),
    ({ p15 }) => y(p15),
  );
  const middle = line<(typeof ahead)[number]>(
    ({ day }) => at(day),
    ({ p50 }) => y(p50),
  );
  const scope = points.map(({ day, scope }) => ({ day, amount: scope }));
  return {
    scope: steps(last && cone.length > 0 ? [...scope, { day: end, amount: last.scope }] : scope) ?? '',
    done: steps(points.map(({ day, done }) => ({ day, amount: done }))) ?? '',
    cone: band(ahead) ?? '',
    likely: middle(ahead) ?? '',
    today: at(today),
    dues: dues.map(({ day, title }) => ({ at: at(day), title, day })),
    days: dayTicks(x, today),
    amounts: amountTicks(y),
    stops: [
      ...points.map(({ day, done }) => ({ at: at(day), done: y(done) })),
      ...cone.map(({ day, p50 }) => ({ at: at(day), done: y(p50) })),
    ],
  };
}

import { quantile } from 'd3-array';

/** What several runs measured of one thing, and where the middle half of it lies. */
export interface Figures {
  /** One of each run, in the order of the runs. */
  readonly values: readonly number[];
  readonly median: number;
  readonly first: number;
  readonly third: number;
}

/** The median and the quartiles of at least one value; between two values they are interpolated. */
export function figuresOf(values: readonly number[]): Figures {
  const at = (part: number): number => quantile(values, part) ?? NaN;
  return { values, median: at(0.5), first: at(0.25), third: at(0.75) };
}

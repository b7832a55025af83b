import type { Row } from '../table';
import type { Figures } from './figures';
import { figuresOf } from './figures';
import type { Verdict } from './verdict';
import { verdictOf } from './verdict';

/** A figure of one run. */
export type Measured = Pick<Row, 'name' | 'unit' | 'value'>;

/** One figure of both revisions, as `--json` writes it. */
export interface Comparison {
  readonly name: string;
  readonly unit: string;
  /** Undefined where they have no such row. */
  readonly theirs?: Figures;
  /** Undefined where we have no such row. */
  readonly ours?: Figures;
  /** Our median in theirs; undefined without both, or when theirs is 0. */
  readonly ratio?: number;
  readonly verdict: Verdict | 'only here' | 'only there';
}

/**
 * Compares the rows of several runs by name and unit: a name may stand for a size and for a time. Ours come first,
 * in their order. A row that some runs lack has the values of the others.
 */
export function compareRuns(
  theirRuns: readonly (readonly Measured[])[],
  ourRuns: readonly (readonly Measured[])[],
): Comparison[] {
  const theirs = collected(theirRuns);
  const ours = collected(ourRuns);
  return [...new Map([...ours, ...theirs])].map(([key, { name, unit }]) => ({
    name,
    unit,
    ...compared(theirs.get(key), ours.get(key), unit),
  }));
}

interface Collected {
  readonly name: string;
  readonly unit: string;
  readonly values: number[];
}

function collected(runs: readonly (readonly Measured[])[]): Map<string, Collected> {
  const all = new Map<string, Collected>();
  for (const { name, unit, value } of runs.flat()) {
    const key = JSON.stringify([name, unit]);
    const row = all.get(key) ?? { name, unit, values: [] };
    row.values.push(value);
    all.set(key, row);
  }
  return all;
}

function compared(
  their: Collected | undefined,
  our: Collected | undefined,
  unit: string,
): Omit<Comparison, 'name' | 'unit'> {
  const theirs = their && figuresOf(their.values);
  const ours = our && figuresOf(our.values);
  if (!theirs) return { ours, verdict: 'only here' };
  if (!ours) return { theirs, verdict: 'only there' };
  const ratio = theirs.median === 0 ? undefined : ours.median / theirs.median;
  return { theirs, ours, ratio, verdict: verdictOf(theirs, ours, unit) };
}

import type { Figures } from './figures';

/** How our figures stand beside theirs. */
export type Verdict = 'worse' | 'better' | 'same';

/** A median has to be larger than the other by this factor. */
const FACTOR = 1.1;

/** Below this a figure says more about the machine than about the code: milliseconds, percents of a core. */
const FLOORS: Readonly<Record<string, number>> = { ms: 5, '%': 1 };

/**
 * Compares what was measured in the same unit; less is better. Two figures differ when one median is a tenth
 * above the other, the middle halves do not overlap, and the larger one reaches what can be measured at all.
 */
export function verdictOf(theirs: Figures, ours: Figures, unit: string): Verdict {
  if (exceeds(ours, theirs, unit)) return 'worse';
  return exceeds(theirs, ours, unit) ? 'better' : 'same';
}

function exceeds(more: Figures, less: Figures, unit: string): boolean {
  const measurable = more.median >= (FLOORS[unit] ?? 0);
  return measurable && more.median > FACTOR * less.median && more.first > less.third;
}

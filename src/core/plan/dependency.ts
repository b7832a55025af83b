import type { Estimate } from './estimate';
import { ESTIMATE_BOUNDS, isTooLong, parseEstimate } from './estimate';

/** A dependency as written: an id, maybe qualified (`pay:APP-4`), and a lag. */
export interface DependencyText {
  readonly id: string;
  readonly lag?: Estimate;
}

/** What a dependency has to be, for whoever wrote something else: what a lag may be where that is beyond it. */
export function expectedDependency(text: string, examples: string): string {
  return isTooLong(text.slice(text.indexOf('+') + 1)) ? `APP-4 + ${ESTIMATE_BOUNDS}` : examples;
}

/** What a dependency names, without what it says of a lag. */
export function withoutLag(text: string): string {
  return text.split('+', 1)[0]?.trim() ?? '';
}

/**
 * Reads `APP-4`, `APP-4 + 2d` (also without the blanks) or the id of a milestone. Undefined for an empty
 * text and for a lag that is no working time.
 */
export function parseDependency(
  text: string,
  hoursPerDay?: number,
  daysPerWeek?: number,
): DependencyText | undefined {
  const plus = text.indexOf('+');
  const id = (plus === -1 ? text : text.slice(0, plus)).trim();
  const lag = plus === -1 ? undefined : parseEstimate(text.slice(plus + 1).trim(), hoursPerDay, daysPerWeek);
  if (id === '' || (plus !== -1 && lag?.unit !== 'hours')) {
    return undefined;
  }
  return lag ? { id, lag } : { id };
}

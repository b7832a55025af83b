import type { Estimate } from './estimate';
import { parseEstimate } from './estimate';

/** A dependency as written: an id, maybe qualified (`pay:APP-4`), and a lag. */
export interface DependencyText {
  readonly id: string;
  readonly lag?: Estimate;
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

import { BEYOND } from '../../core/plan/dates';

/** A day, or any other figure, as JSON has it: null where there is none and beyond the horizon. */
export function dayJson<T>(figure: T | undefined): T | null {
  return figure === undefined || figure === BEYOND ? null : figure;
}

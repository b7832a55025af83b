import { BEYOND } from '../../core/base/dates';

/**
 * Days, or other figures, as JSON has them: null where there is none and beyond the horizon. Only where a day is
 * beyond it, `beyondHorizon` lists the names of such days.
 */
export function daysJson(days: Readonly<Record<string, unknown>>): object {
  const entries = Object.entries(days);
  const beyond = entries.flatMap(([name, day]) => (day === BEYOND ? [name] : []));
  const known = entries.map(([name, day]) => [name, day === BEYOND ? null : (day ?? null)]);
  return { ...Object.fromEntries(known), ...(beyond.length > 0 && { beyondHorizon: beyond }) };
}

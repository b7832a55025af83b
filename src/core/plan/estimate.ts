/**
 * Effort. Time is working time of the task at full attention, in working hours; points are a weight.
 * Three points (optimistic, most likely, pessimistic) keep all three values.
 */
export type Estimate =
  | { readonly unit: 'hours'; readonly value: number; readonly three?: readonly [number, number, number] }
  | { readonly unit: 'points'; readonly value: number; readonly three?: readonly [number, number, number] };

/** So many working days, or points, are no estimate but a slip of the keyboard. */
export const MOST_DAYS = 10_000;

/** What an estimate may be where one is beyond it. */
export const ESTIMATE_BOUNDS = `0d–${MOST_DAYS}d`;

/** Whether a text would be an estimate, were it not for its size. */
export function isTooLong(text: string): boolean {
  const parts = text.split('/').map(part => part.trim());
  return parts.some(part => readAmount(part, 8, 5) && !parseAmount(part, 8, 5));
}

/** What an estimate looks like, for whoever wrote something else. */
export function expectedEstimate(text: string): string {
  return isTooLong(text) ? ESTIMATE_BOUNDS : '4h, 3d, 2w, 5pt, 2d/3d/8d';
}

const ONE = /^(\d+(?:\.\d+)?)\s*(h|d|w|pt|pts)?$/i;

/**
 * Reads `4h`, `3d`, `2w`, `5pt`, `5`, and three points `2d/3d/8d`, whose value is the PERT mean
 * (o + 4m + p) / 6 (Malcolm, Roseboom, Clark and Fazar, 1959).
 * @param hoursPerDay working hours of a day; a week is `daysPerWeek` of them
 * @returns undefined for anything else, for mixed units, for three points out of order and for more than 10,000
 * working days or points
 */
export function parseEstimate(text: string, hoursPerDay = 8, daysPerWeek = 5): Estimate | undefined {
  const parts = text.split('/').map(part => parseAmount(part.trim(), hoursPerDay, daysPerWeek));
  const [first, second, third] = parts;
  if (parts.length === 1) {
    return first;
  }
  if (parts.length !== 3 || !first || !second || !third) {
    return undefined;
  }
  const [o, m, p] = [first.value, second.value, third.value];
  if (first.unit !== second.unit || first.unit !== third.unit || o > m || m > p) {
    return undefined;
  }
  return { unit: first.unit, value: (o + 4 * m + p) / 6, three: [o, m, p] };
}

function parseAmount(text: string, hoursPerDay: number, daysPerWeek: number): Estimate | undefined {
  const amount = readAmount(text, hoursPerDay, daysPerWeek);
  const most = amount?.unit === 'hours' ? MOST_DAYS * hoursPerDay : MOST_DAYS;
  return amount && amount.value <= most ? amount : undefined;
}

function readAmount(text: string, hoursPerDay: number, daysPerWeek: number): Estimate | undefined {
  const match = ONE.exec(text);
  if (!match) {
    return undefined;
  }
  const amount = Number(match[1]);
  switch (match[2]?.toLowerCase()) {
    case 'h':
      return { unit: 'hours', value: amount };
    case 'd':
      return { unit: 'hours', value: amount * hoursPerDay };
    case 'w':
      return { unit: 'hours', value: amount * hoursPerDay * daysPerWeek };
    default:
      return { unit: 'points', value: amount };
  }
}

/** The text that `parseEstimate` reads back: whole days as `3d`, other times as `4h`, points as `5pt`. */
export function formatEstimate(estimate: Estimate, hoursPerDay = 8): string {
  return (estimate.three ?? [estimate.value])
    .map(value => formatOne(value, estimate.unit, hoursPerDay))
    .join('/');
}

function formatOne(value: number, unit: Estimate['unit'], hoursPerDay: number): string {
  if (unit === 'points') {
    return `${round(value)}pt`;
  }
  return value % hoursPerDay === 0 ? `${value / hoursPerDay}d` : `${round(value)}h`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

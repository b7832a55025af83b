import { median as medianOf } from 'd3-array';

/** The middle value, or the mean of the two in the middle; undefined for none. */
export function median(values: readonly number[]): number | undefined {
  return medianOf(values);
}

/**
 * The smallest of the sorted values that at least the given share of them do not exceed (the nearest-rank
 * percentile). NaN for none.
 * @param share 0–1
 */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  const rank = Math.max(1, Math.ceil(share * sorted.length - 1e-9));
  return sorted[rank - 1] ?? NaN;
}

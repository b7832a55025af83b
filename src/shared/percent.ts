/**
 * A share (0–1) as whole percent, rounded down, so that 100 is never said of what is not done. Every view rounds
 * progress with it.
 */
export function wholePercent(share: number): number {
  // 0.29 × 100 is a little less than 29.
  return Math.floor(share * 100 + 1e-9);
}

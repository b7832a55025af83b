/** Full weeks of history without which nothing is said of the pace of a plan, or of the growth of a milestone. */
export const FEWEST_WEEKS = 4;

/** From this share of assumed estimates on, dates say that they rest on them. */
export const MOST_ASSUMED = 0.3;

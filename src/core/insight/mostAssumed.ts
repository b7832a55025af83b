/** From this share of assumed estimates on, dates say that they rest on them. */
export const MOST_ASSUMED = 0.3;

/** Above this share of assumed estimates there are no dates. */
export const MOST_ASSUMED_AT_ALL = 0.7;

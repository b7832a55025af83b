/** How many days back the state lies that a plan is compared with, unless somebody chooses. */
export const SINCE_DAYS = 7;

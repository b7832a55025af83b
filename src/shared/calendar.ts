/** Days that both sides count with. */
export { addDays, daysBetween } from '../core/base/dates';

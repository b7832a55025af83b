import type { IsoDate } from '../base/dates';
import type { Milestone } from '../plan/model';

/** The due date that is still to be kept: a milestone that is declared done has none, whatever of it is open. */
export function bindingDue({ status, due }: Pick<Milestone, 'status' | 'due'>): IsoDate | undefined {
  return status === 'done' ? undefined : due;
}

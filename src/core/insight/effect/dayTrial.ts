import type { IsoDate } from '../../base/dates';
import type { Item, Milestone, Plan } from '../../plan/model';
import type { PlanInsight } from '../planInsight';
import type { Trial, TrialDates } from './trial';

/** A day that an item may be given: on which it starts at the earliest, or is due. */
export interface ItemDay {
  readonly field: 'start' | 'due';
  readonly day: IsoDate;
}

/** What would follow from a day. */
export interface DayTrial extends ItemDay, Pick<TrialDates, 'task'> {
  /** Last day of the item then, if that is known. */
  readonly finish?: IsoDate;
  /** The milestones that would end on another day, in the order of the plan. */
  readonly moved: readonly { readonly milestone: Milestone; readonly from: IsoDate; readonly to: IsoDate }[];
}

/** The change that gives an item a day. */
export function trialOfDay(item: Item, { field, day }: ItemDay): Trial {
  return { item: { ...item, [field]: day }, isThere: true, field };
}

/** What follows from a day, by the insight in which it was the only trial. */
export function dayTrialOf(
  { milestones }: Plan,
  { schedule, trials }: PlanInsight,
  { kind, key }: Item,
  day: ItemDay,
): DayTrial {
  const after = trials?.[0];
  const moved = milestones.flatMap(milestone => {
    const now = schedule.milestones.get(milestone.key);
    const [from, to] = [now?.limited ?? now?.critical, after?.milestones.get(milestone.key)];
    return from !== undefined && to !== undefined && from !== to ? [{ milestone, from, to }] : [];
  });
  const finish = kind === 'milestone' ? after?.milestones.get(key) : after?.task?.finish;
  return { ...day, moved, ...(finish !== undefined && { finish }), ...(after?.task && { task: after.task }) };
}

import { shiftDates as shifted, type DateShift, type ShiftedDate } from '../core/plan/shiftDates';
import type { Item, Plan } from '../core/plan/model';
import type { ItemsOfPlan } from './itemsOfPlan';
import { set, wishesFor, type Changed } from './set';
import type { Outcome, Writing } from './verb';

/** The dates that a shift of items moves, and those of a milestone's open tasks; risks have none that could move. */
export function shiftable(
  { facts: { plan, today }, items }: ItemsOfPlan,
  shift: DateShift,
): readonly ShiftedDate[] {
  const dated = items.flatMap(item => (item.kind === 'risk' ? [] : [item]));
  return shifted(plan, dated, shift, today);
}

/** Writes shifted dates of one plan by one edit. It fails where a format has no place for one of them. */
export function shiftDates(
  writing: Writing,
  plan: Pick<Plan, 'uid'>,
  dates: readonly ShiftedDate[],
): Promise<Outcome<readonly Changed[]>> {
  const items = [...new Set(dates.map(({ item }) => item))];
  const changesOf = (item: Item) =>
    dates
      .filter(date => date.item === item)
      .map(({ field, to }) => ({ kind: 'set', field, value: to }) as const);
  return set(writing, wishesFor<Item>(plan, items, changesOf));
}

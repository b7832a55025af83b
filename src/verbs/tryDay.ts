import type { ItemRef } from '../app/store';
import { dayTrialOf, trialOfDay, type DayTrial, type ItemDay } from '../core/insight/effect/dayTrial';
import { findPlan } from './findPlan';
import { settable } from './set';
import type { Outcome, Reading } from './verb';

/**
 * Schedules a plan as it would be with another day for one item. Nothing is written. It fails where the item's format has
 * no place for the day, and where there is no schedule.
 */
export async function tryDay({ store }: Reading, item: ItemRef, day: ItemDay): Promise<Outcome<DayTrial>> {
  const change = { kind: 'set', field: day.field, value: day.day } as const;
  const possible = await settable({ store }, { item, changes: [change] });
  if (!possible.ok) {
    return possible;
  }
  const facts = findPlan(store.snapshot, item.plan)?.facts;
  const plans = store.snapshot.plans;
  const first = facts ? [facts, ...plans.filter(one => one !== facts)] : plans;
  const outcome = await store.insight(first, { trials: [trialOfDay(possible.value, day)] });
  if (!outcome.ok) {
    return outcome;
  }
  const [insight] = outcome.value;
  return facts && insight
    ? { ok: true, value: dayTrialOf(facts.plan, insight, possible.value, day) }
    : { ok: false, problem: { code: 'no-such-item', args: [item.uid] } };
}

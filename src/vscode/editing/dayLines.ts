import type { ItemRef, Store } from '../../app/store';
import type { ItemDay } from '../../core/insight/effect/dayTrial';
import { dayTrialLines } from '../../present/gestures/dayTrial';
import { tryDay } from '../../verbs/tryDay';
import type { Text } from '../../words/text';

/** What would follow from a day for an item, or why it cannot have one, a line each. */
export async function dayLines(store: Store, item: ItemRef, day: ItemDay): Promise<readonly Text[]> {
  const outcome = await tryDay({ store }, item, day);
  return outcome.ok ? dayTrialLines(outcome.value) : [outcome.problem];
}

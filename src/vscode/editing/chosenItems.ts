import { fieldOf } from '../../present/gestures/gestures';
import { itemPicks } from '../../present/picks/itemPicks';
import type { Item } from '../../core/plan/model';
import { itemsOfPlans, type ItemsOfPlan } from '../../verbs/itemsOfPlan';
import type { NamedField } from '../../words/gestures';
import type { Text } from '../../words/text';
import type { Kit } from '../linking/kit';

const KINDS = ['task', 'milestone', 'risk'] as const;

/** The kinds of items that have a field. */
export function kindsWith(field: NamedField): readonly Item['kind'][] {
  return KINDS.filter(kind => fieldOf(kind, field) !== undefined);
}

/**
 * The items that a gesture is made on, by their plan: those of a tree, the panel or the status bar that are of a kind it
 * can be made on, else one that is picked.
 */
export async function chosenItems(
  kit: Kit,
  args: readonly unknown[],
  kinds: readonly Item['kind'][],
  title: Text,
): Promise<readonly ItemsOfPlan[]> {
  const given = kinds.flatMap(kind => kit.subjectsOfKind(args, kind));
  const placeHolder = kit.say({ code: 'edit.pick-item', args: [] });
  const options = { title: kit.say(title), placeHolder, matchOnDescription: true };
  const picked =
    given.length > 0
      ? given
      : [await kit.pickRow(itemPicks(kit.store.snapshot, kinds), kit.say, options)].flatMap(one => one ?? []);
  const refs = picked.map(({ plan, kind, uid }) => ({ plan, kind, uid }));
  return kit.valueOf(itemsOfPlans({ store: kit.store }, refs));
}

/** How an item is called in a sentence. */
export function nameOf({ id, title, kind }: Item): string {
  return kind === 'milestone' ? title : id || title;
}

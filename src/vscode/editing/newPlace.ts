import { placeNear, plansTaking } from '../../verbs/newItem';
import type { ItemWish } from '../../app/store';
import type { PlanFacts } from '../../core/snapshot';
import type { Text } from '../../words/text';
import type { Kit } from '../linking/kit';

/** The plan to add to: the only one that takes such items, that of the clicked row, or one that is picked. */
export async function askPlan(
  { store, valueOf, subjectsOf, pickRow, say }: Kit,
  kind: ItemWish['kind'],
  args: readonly unknown[],
): Promise<PlanFacts | undefined> {
  const [clicked] = subjectsOf(args);
  const taking = valueOf(plansTaking({ store }, { kind, plan: clicked?.plan }));
  const title: Text = { code: `ui.new-${kind}`, args: [] };
  const rows = taking.map(({ name, folder, uid }) => ({ label: name, description: folder, value: uid }));
  const plan = rows.length < 2 ? rows[0]?.value : await pickRow(rows, say, { title: say(title) });
  return plan === undefined ? undefined : valueOf(placeNear({ store }, { plan })).facts;
}

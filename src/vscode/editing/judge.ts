import type { Change } from '../../core/plan/change';
import type { ItemsOfPlan } from '../../verbs/itemsOfPlan';
import { set, wishesFor } from '../../verbs/set';
import type { Kit, LaterCommand } from '../linking/kit';
import { chosenItems, nameOf } from './chosenItems';
import type { Text } from '../../words/text';
import { askField, textsOf } from './setField';

/** Declares the health of milestones in the TPM's own words, with a note and today's date. */
export const declareHealth: LaterCommand = async (kit, args) => {
  const title: Text = { code: 'edit.health-title', args: [] };
  for (const chosen of await chosenItems(kit, args, ['milestone'], title)) {
    const { facts, items } = chosen;
    const name = nameOf(items[0]);
    const health = await askField(kit, chosen, 'health');
    if (!health) {
      return;
    }
    const [word] = textsOf(health);
    const note = word === undefined ? [] : await askNote(kit, chosen);
    if (!note) {
      return;
    }
    const day = word === undefined ? undefined : facts.today;
    const changes: readonly Change[] = [
      { kind: 'set', field: 'health', value: word },
      { kind: 'set', field: 'health_note', value: textsOf(note)[0] },
      { kind: 'set', field: 'health_date', value: day },
    ];
    const wishes = wishesFor(facts.plan, items, () => changes);
    kit.valueOf(await set(kit.writing, wishes));
    kit.tell(
      word === undefined
        ? { code: 'edit.field-removed', args: ['health', items.length, name] }
        : { code: 'edit.health-set', args: [name, word] },
      items.length,
    );
  }
};

function askNote(kit: Kit, chosen: ItemsOfPlan): ReturnType<typeof askField> {
  const why: Text = { code: 'edit.health-note', args: [nameOf(chosen.items[0])] };
  return askField(kit, chosen, 'health_note', why, { code: 'edit.no-note', args: [] });
}

/** Says that risks have been looked at, by the day on which they are looked at next. */
export const markReviewed: LaterCommand = async (kit, args) => {
  const title: Text = { code: 'edit.review-title', args: [] };
  for (const chosen of await chosenItems(kit, args, ['risk'], title)) {
    const { facts, items } = chosen;
    const name = nameOf(items[0]);
    const when: Text = { code: 'edit.next-review', args: [name] };
    const next = await askField(kit, chosen, 'review', when, { code: 'edit.no-review', args: [] });
    if (!next) {
      return;
    }
    const change: Change = { kind: 'set', field: 'review', value: textsOf(next)[0] };
    const wishes = wishesFor(facts.plan, items, () => [change]);
    kit.valueOf(await set(kit.writing, wishes));
    kit.tell({ code: 'edit.reviewed', args: [items.length, name] }, items.length);
  }
};

import { set } from '../../verbs/set';
import type { LaterCommand } from '../linking/kit';
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
    const note =
      word === undefined
        ? []
        : await askField(kit, chosen, 'health_note', { code: 'edit.health-note', args: [name] });
    if (!note) {
      return;
    }
    const day = word === undefined ? undefined : facts.today;
    const asked = items.map(({ kind, uid }) => ({
      item: { plan: facts.plan.uid, kind, uid },
      changes: [
        { kind: 'set', field: 'health', value: word },
        { kind: 'set', field: 'health_note', value: textsOf(note)[0] },
        { kind: 'set', field: 'health_date', value: day },
      ] as const,
    }));
    kit.valueOf(await set(kit.writing, asked));
    kit.tell(
      word === undefined
        ? { code: 'edit.field-removed', args: ['health', items.length, name] }
        : { code: 'edit.health-set', args: [name, word] },
      items.length,
    );
  }
};

/** Says that risks have been looked at, by the day on which they are looked at next. */
export const markReviewed: LaterCommand = async (kit, args) => {
  const title: Text = { code: 'edit.review-title', args: [] };
  for (const chosen of await chosenItems(kit, args, ['risk'], title)) {
    const { facts, items } = chosen;
    const name = nameOf(items[0]);
    const next = await askField(kit, chosen, 'review', { code: 'edit.next-review', args: [name] });
    if (!next) {
      return;
    }
    const asked = items.map(({ kind, uid }) => ({
      item: { plan: facts.plan.uid, kind, uid },
      changes: [{ kind: 'set', field: 'review', value: textsOf(next)[0] }] as const,
    }));
    kit.valueOf(await set(kit.writing, asked));
    kit.tell({ code: 'edit.reviewed', args: [items.length, name] }, items.length);
  }
};

import { shiftOf, shiftPicks, shiftQuestion } from '../../present/gestures/shiftQuestion';
import { shiftable, shiftDates as write } from '../../verbs/shiftDates';
import type { Text } from '../../words/text';
import type { LaterCommand } from '../linking/kit';
import { askValue } from './askValue';
import { chosenItems, nameOf } from './chosenItems';
import { textsOf } from './setField';

/** Shifts the dates of items, those of a milestone with those of its open tasks, after a look at all that move. */
export const shiftDates: LaterCommand = async (kit, args) => {
  const title: Text = { code: 'edit.shift-title', args: [0, ''] };
  for (const chosen of await chosenItems(kit, args, ['task', 'milestone'], title)) {
    const { facts, items } = chosen;
    const about: Text = { code: 'edit.shift-title', args: [items.length, nameOf(items[0])] };
    const [text = ''] = textsOf((await askValue(kit, about, shiftQuestion())) ?? []);
    const shift = shiftOf(text);
    if (!shift) {
      return;
    }
    const dates = shiftable(chosen, shift);
    if (dates.length === 0) {
      kit.inform(kit.say({ code: 'edit.no-dates', args: [] }));
      return;
    }
    const options = { title: kit.say(about), placeHolder: kit.say({ code: 'edit.shift-pick', args: [] }) };
    const picked = await kit.pickRows(shiftPicks(dates), kit.say, { ...options, matchOnDescription: true });
    if (picked.length > 0) {
      kit.valueOf(await write(kit.writing, facts.plan, picked));
      kit.tell({ code: 'edit.shifted', args: [picked.length] }, picked.length);
    }
  }
};

import { remedyPicks } from '../../present/picks/remedyPicks';
import { quickRemedies } from '../../verbs/quickRemedies';
import { set } from '../../verbs/set';
import { setCategory } from '../../verbs/setCategory';
import type { Text } from '../../words/text';
import type { LaterCommand } from '../linking/kit';
import { chosenItems, nameOf } from './chosenItems';

/** Says that tasks are done. */
export const setDone = setTo('done');

/** Says that tasks are being worked on. */
export const setActive = setTo('active');

function setTo(category: 'done' | 'active'): LaterCommand {
  return async (kit, args) => {
    const title: Text = { code: `edit.${category}-title`, args: [] };
    for (const chosen of await chosenItems(kit, args, ['task'], title)) {
      kit.valueOf(await setCategory(kit.writing, chosen, category));
      const count = chosen.items.length;
      kit.tell({ code: `edit.set-${category}`, args: [count, nameOf(chosen.items[0])] }, count);
    }
  };
}

/** Settles several findings at once whose remedy is a status, after a look at the lines that change. */
export const applyRemedies: LaterCommand = async kit => {
  const { say, store } = kit;
  const remedies = await quickRemedies({ store });
  if (remedies.length === 0) {
    kit.inform(say({ code: 'edit.no-remedies', args: [] }));
    return;
  }
  const title = say({ code: 'edit.remedies-title', args: [] });
  const placeHolder = say({ code: 'edit.remedies-hint', args: [] });
  const options = { title, placeHolder, matchOnDescription: true, matchOnDetail: true };
  const chosen = await kit.pickRows(remedyPicks(remedies), say, options);
  if (chosen.length > 0) {
    kit.valueOf(
      await set(
        kit.writing,
        chosen.map(({ wish }) => wish),
      ),
    );
    kit.tell({ code: 'edit.remedies-applied', args: [chosen.length] }, chosen.length);
  }
};

import type { PickList } from '../../present/picks/pickRow';
import type { Milestone } from '../../core/plan/model';
import { closeMilestone as close, openTasksOf, type OpenTasks } from '../../verbs/closeMilestone';
import type { ItemsOfPlan } from '../../verbs/itemsOfPlan';
import { setCategory } from '../../verbs/setCategory';
import type { Kit, LaterCommand } from '../linking/kit';
import { chosenItems, nameOf } from './chosenItems';
import type { Text } from '../../words/text';
import { askField, textsOf } from './setField';

/** Says of items that they will not be done. */
export const drop: LaterCommand = async (kit, args) => {
  const title: Text = { code: 'edit.drop-title', args: [] };
  for (const chosen of await chosenItems(kit, args, ['task', 'milestone', 'risk'], title)) {
    kit.valueOf(await setCategory(kit.writing, chosen, 'dropped'));
    kit.tell(
      { code: 'edit.dropped', args: [chosen.items.length, nameOf(chosen.items[0])] },
      chosen.items.length,
    );
  }
};

/** Closes milestones, and asks what becomes of their open tasks. */
export const closeMilestone: LaterCommand = async (kit, args) => {
  const title: Text = { code: 'edit.close-title', args: [] };
  for (const chosen of await chosenItems(kit, args, ['milestone'], title)) {
    for (const milestone of chosen.items) {
      const rest = milestone.kind === 'milestone' ? await askRest(kit, chosen, milestone) : undefined;
      if (milestone.kind !== 'milestone' || !rest) {
        return;
      }
      const changed = kit.valueOf(await close(kit.writing, { plan: chosen.facts.plan, milestone, rest }));
      const items = changed.reduce((sum, one) => sum + one.items.length, 0);
      kit.tell({ code: 'edit.milestone-closed', args: [milestone.title] }, items);
    }
  }
};

async function askRest(kit: Kit, chosen: ItemsOfPlan, milestone: Milestone): Promise<OpenTasks | undefined> {
  const open = openTasksOf(chosen.facts.plan, milestone);
  const [first, ...others] = open;
  if (!first) {
    return { kind: 'leave' };
  }
  const rows: PickList<OpenTasks['kind']> = [
    { label: { code: 'edit.close-move', args: [] }, icon: 'arrow-right', value: 'move' },
    { label: { code: 'edit.close-leave', args: [] }, icon: 'circle-large-outline', value: 'leave' },
    { label: { code: 'edit.close-drop', args: [] }, icon: 'circle-slash', value: 'drop' },
  ];
  const title = kit.say({ code: 'edit.close-open-tasks', args: [open.length, milestone.title] });
  const kind = await kit.pickRow(rows, kit.say, { title });
  if (kind !== 'move') {
    return kind && { kind };
  }
  const answer = await askField(kit, { facts: chosen.facts, items: [first, ...others] }, 'milestone');
  const [to] = answer ? textsOf(answer) : [];
  return to === undefined ? undefined : { kind: 'move', to };
}

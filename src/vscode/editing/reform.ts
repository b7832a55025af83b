import type { Item, Plan } from '../../core/plan/model';
import { reform } from '../../verbs/reform';
import { seen } from '../../verbs/seen';
import type { Text } from '../../words/text';
import type { Kit, LaterCommand } from '../linking/kit';
import { chosenItems, nameOf } from './chosenItems';

/** Makes files of tasks that are lines. */
export const promote: LaterCommand = async (kit, args) => {
  const title: Text = { code: 'move.promote', args: [] };
  for (const { facts, items } of await chosenItems(kit, args, ['task'], title)) {
    await reformAll(kit, facts.plan, items, 'file');
    kit.tell({ code: 'move.promoted', args: [items.length, nameOf(items[0])] }, items.length);
  }
};

/** Makes lines of tasks that have files. */
export const toLine: LaterCommand = async (kit, args) => {
  const title: Text = { code: 'move.to-line', args: [] };
  for (const { facts, items } of await chosenItems(kit, args, ['task'], title)) {
    await reformAll(kit, facts.plan, items, 'line');
    kit.tell({ code: 'move.is-line', args: [items.length, nameOf(items[0])] }, items.length);
  }
};

async function reformAll(kit: Kit, plan: Plan, items: readonly Item[], as: 'file' | 'line'): Promise<void> {
  const { edit } = kit.valueOf(await reform(kit.writing, { plan, tasks: items, as }));
  await seen(kit, edit);
}

/**
 * The way out for lines that cannot hold something: they become files, and the command runs again.
 * @param args what it is given behind the items
 */
export function promoteFirst(
  kit: Kit,
  plan: Plan,
  items: readonly Item[],
  again: string,
  ...args: readonly unknown[]
): NonNullable<Parameters<Kit['refuse']>[1]> {
  return {
    label: { code: 'move.promote', args: [] },
    async run() {
      const lines = items.filter(item => item.kind === 'task' && item.inline);
      const next = kit.next();
      await reformAll(next, plan, lines, 'file');
      const [first] = lines;
      if (first) {
        next.tell({ code: 'move.promoted', args: [lines.length, nameOf(first)] }, lines.length);
      }
      const subjects = items.map(({ kind, uid }) => ({ kind, plan: plan.uid, uid }));
      await kit.vscode.commands.executeCommand(again, subjects[0], subjects, ...args);
    },
  };
}

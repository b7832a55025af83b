import { nextIdFor, renumber as give } from '../../verbs/renumber';
import type { LaterCommand } from './kit';

/** Gives a task another id, wherever its plan names it: the next that is free, unless the user writes another. */
export const renumber: LaterCommand = async (kit, args) => {
  const { say, store, vscode } = kit;
  const [task] = kit.subjectsOfKind(args, 'task');
  if (!task) {
    return;
  }
  const id = await vscode.window.showInputBox({
    title: say({ code: 'ui.renumber-title', args: [] }),
    prompt: say({ code: 'ui.renumber-prompt', args: [] }),
    value: kit.valueOf(await nextIdFor({ store }, task)),
  });
  if (id?.trim()) {
    const done = kit.valueOf(await give(kit.writing, { item: task, id: id.trim() }));
    kit.tell({ code: 'ui.renumbered', args: [done.item.title, done.id, done.edit.files.length] }, 1);
  }
};

import * as vscode from 'vscode';
import type { Command, CommandContext } from './command';
import { COMMANDS } from './ids';
import { pickTasks } from './pickTasks';
import { subjectsOf } from './subjects';

/** Copies `APP-12 Title`, a line for each item. */
export function copyReference({ session }: CommandContext): Command {
  return {
    id: COMMANDS.copyReference,
    async execute(...args) {
      const loaded = await session.load();
      const given = subjectsOf(args);
      const title = loaded.engine.say({ code: 'ui.copy-title', args: [] });
      const subjects = given.length > 0 ? given : await pickTasks(loaded, { title });
      const lines = subjects.flatMap(subject => {
        const found = 'uid' in subject ? loaded.engine.findItem(loaded.store.snapshot, subject) : undefined;
        const { item } = found?.ok ? found.value : {};
        return item ? [loaded.engine.say(`${item.id} ${item.title}`).replace(/\s+/g, ' ').trim()] : [];
      });
      if (lines.length > 0) {
        await vscode.env.clipboard.writeText(lines.join('\n'));
      }
    },
  };
}

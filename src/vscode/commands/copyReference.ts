import * as vscode from 'vscode';
import type { Command, CommandContext } from './command';
import { COMMANDS } from './ids';
import { pickTask } from './pickTask';
import { subjectsOf } from './subjects';

/** Copies `APP-12 Title`, a line for each item. */
export function copyReference({ session }: CommandContext): Command {
  return {
    id: COMMANDS.copyReference,
    async execute(...args) {
      const loaded = await session.load();
      const { engine, store } = loaded;
      const given = subjectsOf(args);
      const title = engine.say({ code: 'ui.copy-title', args: [] });
      const picked = given.length > 0 ? undefined : await pickTask(loaded, title);
      const items = (picked ? [picked] : given).flatMap(subject => ('uid' in subject ? [subject] : []));
      const lines = engine.reference({ store }, { items }).map(engine.say);
      if (lines.length > 0) {
        await vscode.env.clipboard.writeText(lines.join('\n'));
      }
    },
  };
}

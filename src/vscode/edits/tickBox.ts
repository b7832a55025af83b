import * as vscode from 'vscode';
import { editItem } from '../commands/edit';
import type { Command, CommandContext } from '../commands/command';
import { COMMANDS } from '../commands/ids';
import { subjectsOfKind } from '../commands/subjects';
import type { RowTreeOptions } from '../trees/rowTree';

/** Writes the box of a checklist item, in a tree or in the panel. */
export function tickCommand({ session }: CommandContext): Command {
  return {
    id: COMMANDS.tick,
    async execute(item, checked) {
      const [subject] = subjectsOfKind([item], 'checklistItem');
      if (subject) {
        const { plan, owner, line, text } = subject;
        const tick = { kind: 'tick', line, text, checked: checked === true } as const;
        await editItem(await session.load(), { plan, ...owner }, [tick]);
      }
    },
  };
}

/** A box of a tree was clicked. */
export const tickBox: RowTreeOptions['onCheck'] = async ({ subject }, checked) => {
  await vscode.commands.executeCommand(COMMANDS.tick, subject, checked);
};

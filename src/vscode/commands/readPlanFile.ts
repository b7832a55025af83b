import * as vscode from 'vscode';
import { pickOne } from '../ask';
import { rootId } from '../host/rootUri';
import { addNamedPlan } from '../settings';
import type { Command, CommandContext } from './command';
import { COMMANDS } from './ids';

/** Names a checklist that looks like a plan in the settings of its folder; asks which where there are several. */
export function readPlanFile({ session }: CommandContext): Command {
  return {
    id: COMMANDS.readPlanFile,
    async execute() {
      const { store } = await session.load();
      const choices = store.snapshot.offers.flatMap(({ root, path }) => {
        const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => rootId(uri) === root);
        return folder ? [{ label: path, description: folder.name, folder }] : [];
      });
      const chosen = choices.length > 1 ? await pickOne(choices) : choices[0];
      if (chosen) {
        await addNamedPlan(chosen.folder, { folder: chosen.label, format: 'checklist' });
      }
    },
  };
}

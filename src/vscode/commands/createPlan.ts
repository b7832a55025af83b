import { basename } from 'node:path';
import * as vscode from 'vscode';
import { writeNew } from '../edits/writeNew';
import { rootId } from '../host/rootUri';
import type { Command, CommandContext } from './command';
import { Refused } from './command';
import { COMMANDS } from './ids';

/** Writes a first plan, `plan/project.md` and one milestone, once a prefix for its ids has been given. */
export function createPlan({ session }: CommandContext): Command {
  return {
    id: COMMANDS.createPlan,
    async execute() {
      const loaded = await session.load();
      const { engine, store } = loaded;
      const folder = await pickFolder();
      if (!folder) {
        throw new Refused({ code: 'ui.no-folder', args: [] });
      }
      const name = basename(folder.uri.path);
      const key = await vscode.window.showInputBox({
        title: engine.say({ code: 'ui.create-title', args: [name] }),
        prompt: engine.say({ code: 'ui.create-prompt', args: [] }),
        value: engine.suggestedKey(name),
        validateInput: value =>
          engine.isPlanKey(value.trim()) ? undefined : engine.say({ code: 'ui.create-invalid', args: [] }),
      });
      if (key === undefined) {
        return;
      }
      const files = engine.newPlan({ store }, { key: key.trim(), name });
      for (const { path, text } of files) {
        await writeNew(loaded, rootId(folder.uri), path, text);
      }
      await store.refresh();
      await vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, 'plan/project.md'));
    },
  };
}

async function pickFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const [only, ...more] = vscode.workspace.workspaceFolders ?? [];
  return more.length > 0 ? vscode.window.showWorkspaceFolderPick() : only;
}

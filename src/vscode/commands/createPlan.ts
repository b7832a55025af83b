import { basename } from 'node:path';
import * as vscode from 'vscode';
import { writingIn } from '../edits/editorWriter';
import { tellGesture } from '../edits/tellGesture';
import { rootId } from '../host/rootUri';
import { Refused, valueOf, type Command, type CommandContext } from './command';
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
      const writing = writingIn(loaded);
      const wish = { root: rootId(folder.uri), key: key.trim(), name };
      const { files } = valueOf(await engine.newPlan(writing, wish)).edit;
      tellGesture(
        loaded,
        writing.gesture,
        { code: 'ui.plan-created', args: [engine.fileNames(files)] },
        files.length,
      );
      await store.refresh();
      await vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, 'plan/project.md'));
    },
  };
}

async function pickFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const [only, ...more] = vscode.workspace.workspaceFolders ?? [];
  return more.length > 0 ? vscode.window.showWorkspaceFolderPick() : only;
}

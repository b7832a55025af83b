import * as vscode from 'vscode';
import { commitUri } from '../commitDocuments';
import { gitExtension } from '../host/gitExtension';
import type { Loaded } from '../session';

/** In the git extension's own view of a commit where it is at work, else as a text of ours. */
export async function showCommit({ engine, store }: Loaded, repo: string, hash: string): Promise<void> {
  const top = vscode.Uri.file(repo);
  if (await gitKnows(top)) {
    await vscode.commands.executeCommand('git.viewCommit', top, hash);
    return;
  }
  if (engine.findCommit(store.snapshot, repo, hash)) {
    await vscode.window.showTextDocument(commitUri(repo, hash), { preview: true });
  }
}

/** Without its repository the command would ask the user for one. */
async function gitKnows(top: vscode.Uri): Promise<boolean> {
  const known = gitExtension()?.getRepository(top);
  return Boolean(known) && (await vscode.commands.getCommands(true)).includes('git.viewCommit');
}

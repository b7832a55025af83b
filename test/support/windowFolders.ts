import * as vscode from 'vscode';

/**
 * Makes these the folders of the window beside its first one, which stays: without it VS Code would start
 * another extension host.
 */
export async function showFolders(...uris: readonly vscode.Uri[]): Promise<void> {
  const shown = vscode.workspace.workspaceFolders?.slice(1) ?? [];
  if (shown.length === 0 && uris.length === 0) return;
  const done = new Promise<void>(resolve => {
    const told = vscode.workspace.onDidChangeWorkspaceFolders(() => {
      told.dispose();
      resolve();
    });
  });
  const update = vscode.workspace.updateWorkspaceFolders;
  if (!update(1, shown.length, ...uris.map(uri => ({ uri })))) {
    throw new Error('VS Code refuses to change the folders');
  }
  await done;
}

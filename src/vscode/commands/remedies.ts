import * as vscode from 'vscode';
import type { Remedy } from '../../present/refusals/remedies';

/**
 * Does what can be done about a refusal.
 * @param again does once more what was refused
 */
export async function applyRemedy({ act }: Remedy, again: () => Promise<void>): Promise<void> {
  switch (act.kind) {
    case 'again':
      return again();
    case 'open':
      return openFile(act.file);
    case 'read': {
      const { extensionUri } = vscode.extensions.getExtension('milepost.milepost') ?? {};
      const page = extensionUri && vscode.Uri.joinPath(extensionUri, act.page);
      return run('markdown.showPreview', page?.with({ fragment: act.heading }));
    }
    case 'run':
      await run(act.command, ...act.args);
      return act.thenAgain ? again() : undefined;
  }
}

/** @param file relative to one of the folders of the workspace */
async function openFile(file: string): Promise<void> {
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    const place = vscode.Uri.joinPath(uri, file);
    const isThere = vscode.workspace.fs.stat(place).then(
      () => true,
      () => false,
    );
    if (await isThere) {
      return run('vscode.open', place);
    }
  }
}

async function run(command: string, ...args: readonly unknown[]): Promise<void> {
  await vscode.commands.executeCommand(command, ...args);
}

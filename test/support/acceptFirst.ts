import * as vscode from 'vscode';

/** Takes the first answer that a command offers. Nothing tells when a quick pick has opened, so this asks on. */
export async function acceptFirst(command: Thenable<unknown>): Promise<void> {
  let asking = true;
  const done = (): void => void (asking = false);
  command.then(done, done);
  while (asking) {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  }
  await command;
}

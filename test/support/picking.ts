import * as vscode from 'vscode';

/** Runs a command whose quick picks are answered with the entry of a label. */
export async function picking(label: string, run: () => Thenable<unknown>): Promise<void> {
  const { window } = vscode;
  const { showQuickPick } = window;
  const pick = async (items: readonly vscode.QuickPickItem[] | Thenable<readonly vscode.QuickPickItem[]>) =>
    (await items).find(item => item.label === label);
  window.showQuickPick = pick as typeof showQuickPick;
  try {
    await run();
  } finally {
    window.showQuickPick = showQuickPick;
  }
}

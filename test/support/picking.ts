import * as vscode from 'vscode';

/** Runs a command whose quick picks are answered with the entry of a label; where several can be picked, with all. */
export async function picking(label: string, run: () => Thenable<unknown>): Promise<void> {
  const { window } = vscode;
  const { showQuickPick } = window;
  const isMeant = (item: unknown): boolean => (item as vscode.QuickPickItem).label === label;
  const pick = async (
    items: readonly unknown[] | Thenable<readonly unknown[]>,
    options?: vscode.QuickPickOptions,
  ): Promise<unknown> => (options?.canPickMany ? await items : (await items).find(isMeant));
  window.showQuickPick = pick as typeof showQuickPick;
  try {
    await run();
  } finally {
    window.showQuickPick = showQuickPick;
  }
}

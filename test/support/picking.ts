import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/**
 * Runs a command whose quick picks are answered with the entry of a label; where several can be picked, with all.
 * Fails when the command is refused.
 * @param labels one for every question, or one for each in turn
 */
export async function picking(
  labels: string | readonly string[],
  run: () => Thenable<unknown>,
): Promise<void> {
  const { window } = vscode;
  const { showQuickPick } = window;
  const left = typeof labels === 'string' ? undefined : [...labels];
  const pick = async (
    items: readonly unknown[] | Thenable<readonly unknown[]>,
    options?: vscode.QuickPickOptions,
  ): Promise<unknown> => {
    const label = left ? left.shift() : labels;
    const isMeant = (item: unknown): boolean => (item as vscode.QuickPickItem).label === label;
    return options?.canPickMany ? await items : (await items).find(isMeant);
  };
  const { showWarningMessage } = window;
  const refused: string[] = [];
  window.showQuickPick = pick as typeof showQuickPick;
  window.showWarningMessage = (async (text: string) => void refused.push(text)) as typeof showWarningMessage;
  try {
    await run();
    // A command does not wait for what it tells.
    await new Promise(setImmediate);
  } finally {
    window.showQuickPick = showQuickPick;
    window.showWarningMessage = showWarningMessage;
  }
  assert.deepEqual(refused, []);
}

import * as vscode from 'vscode';
import { withoutSteering } from '../words/steering';

/** How long a remark stays in the status bar, in milliseconds. */
const REMARK_MS = 5_000;

/** Text for where the editor draws icons: `$(name)` of the repository stays what is written. */
export function withoutIcons(text: string): string {
  return withoutSteering(text).replaceAll('$(', '$\u200b(');
}

/** Text for a message of the editor, where `[text](command:name)` would be a link that runs a command. */
function withoutLinks(text: string): string {
  return withoutSteering(text).replaceAll('](', ']\u200b(');
}

/**
 * The entry that the user picks, as it was given. What entries say is shown as text. A list that is still to come is
 * waited for in the open picker.
 */
export async function pickOne<T extends vscode.QuickPickItem>(
  items: readonly T[] | Promise<readonly T[]>,
  options: vscode.QuickPickOptions = {},
): Promise<T | undefined> {
  const entries = 'then' in items ? items.then(all => all.map(shown)) : items.map(shown);
  return (await vscode.window.showQuickPick(entries, options))?.item;
}

/** Every entry that the user picks; none when it was given up. */
export async function pickMany<T extends vscode.QuickPickItem>(
  items: readonly T[],
  options: vscode.QuickPickOptions = {},
): Promise<readonly T[]> {
  const picked = await vscode.window.showQuickPick(items.map(shown), { ...options, canPickMany: true });
  return (picked ?? []).map(({ item }) => item);
}

function shown<T extends vscode.QuickPickItem>(item: T): vscode.QuickPickItem & { readonly item: T } {
  const { label, description, detail } = item;
  return {
    ...item,
    label: withoutIcons(label),
    ...(description !== undefined && { description: withoutIcons(description) }),
    ...(detail !== undefined && { detail: withoutIcons(detail) }),
    item,
  };
}

/** A message that nothing waits for. */
export function inform(text: string): void {
  void vscode.window.showInformationMessage(withoutLinks(text));
}

/** Says what cannot be done. Resolves to the button that was pressed. */
export async function warn(text: string, button: string): Promise<string | undefined> {
  return vscode.window.showWarningMessage(withoutLinks(text), button);
}

/** Says what went wrong. Resolves to the button that was pressed. */
export async function alarm(text: string, button: string): Promise<string | undefined> {
  return vscode.window.showErrorMessage(withoutLinks(text), button);
}

/** A remark in the status bar that goes away by itself. */
export function remark(text: string): void {
  vscode.window.setStatusBarMessage(withoutIcons(text), REMARK_MS);
}

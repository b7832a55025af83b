import * as vscode from 'vscode';
import type { PickList, PickRow } from '../present/picks/pickRow';
import { withoutSteering } from '../words/steering';
import type { Text } from '../words/text';

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

/** The entry that the user picks, as it was given. What entries say is shown as text. */
export async function pickOne<T extends vscode.QuickPickItem>(
  items: readonly T[],
  options: vscode.QuickPickOptions = {},
): Promise<T | undefined> {
  return (await vscode.window.showQuickPick(items.map(shown), options))?.item;
}

/**
 * What the entry stands for that the user picks. A list that is still to come is waited for in the open picker.
 * @param say speaks what entries say, which is then shown as text
 */
export async function pickRow<T>(
  rows: PickList<T> | Promise<PickList<T>>,
  say: (text: Text) => string,
  options: vscode.QuickPickOptions = {},
): Promise<T | undefined> {
  const entries = Promise.resolve(rows).then(list => pickItems(list, say));
  return (await vscode.window.showQuickPick(entries, options))?.item.row?.value;
}

/** What every entry stands for that the user picks; none when it was given up. */
export async function pickRows<T>(
  rows: PickList<T>,
  say: (text: Text) => string,
  options: vscode.QuickPickOptions = {},
): Promise<readonly T[]> {
  const entries = pickItems(rows, say);
  const picked = await vscode.window.showQuickPick(entries, { ...options, canPickMany: true });
  return (picked ?? []).flatMap(({ item }) => (item.row ? [item.row.value] : []));
}

/** The entries of a list, each with its row; what they say is shown as text. */
export function pickItems<T>(
  rows: PickList<T>,
  say: (text: Text) => string,
): readonly (vscode.QuickPickItem & { readonly item: { readonly row?: PickRow<T> } })[] {
  return rows.map(row => shown(entryOf(row, say)));
}

function entryOf<T>(
  row: PickList<T>[number],
  say: (text: Text) => string,
): vscode.QuickPickItem & { readonly row?: PickRow<T> } {
  if ('title' in row) {
    return { label: say(row.title), kind: vscode.QuickPickItemKind.Separator };
  }
  const { label, description, detail, icon, picked } = row;
  return {
    label: say(label),
    ...(description !== undefined && { description: say(description) }),
    ...(detail !== undefined && { detail: say(detail) }),
    ...(icon !== undefined && { iconPath: new vscode.ThemeIcon(icon) }),
    ...(picked && { picked }),
    row,
  };
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

/** Says what was done, with what can be done about it. Resolves to the button that was pressed. */
export async function offer(text: string, ...buttons: readonly string[]): Promise<string | undefined> {
  return vscode.window.showInformationMessage(withoutLinks(text), ...buttons);
}

/** Says what cannot be done. Resolves to the button that was pressed. */
export async function warn(text: string, ...buttons: readonly string[]): Promise<string | undefined> {
  return vscode.window.showWarningMessage(withoutLinks(text), ...buttons);
}

/** Says what went wrong. Resolves to the button that was pressed. */
export async function alarm(text: string, button: string): Promise<string | undefined> {
  return vscode.window.showErrorMessage(withoutLinks(text), button);
}

/** A remark in the status bar that goes away by itself. */
export function remark(text: string): void {
  vscode.window.setStatusBarMessage(withoutIcons(text), REMARK_MS);
}

/** Opens a page in the browser; nothing but an https address. */
export async function browse(address: string): Promise<void> {
  const page = vscode.Uri.parse(address, true);
  if (page.scheme === 'https') {
    await vscode.env.openExternal(page);
  }
}

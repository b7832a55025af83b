import * as vscode from 'vscode';
import type { ItemName } from '../../verbs/findItem';
import { fileUri } from '../host/rootUri';
import { columnForFile } from '../panel/editorGroups';
import type { Loaded } from '../session';

/** What shows a line of a plan file, as the command of a row or to be run at once: it never covers the panel. */
export function openingOf(root: string, file: string, line: number): vscode.Command {
  const options: vscode.TextDocumentShowOptions = {
    selection: new vscode.Range(line, 0, line, 0),
    preview: true,
  };
  const column = columnForFile();
  const where = column === undefined ? options : { ...options, viewColumn: column };
  return { command: 'vscode.open', title: '', arguments: [fileUri(root, file), where] };
}

/** Shows a line of a plan file. */
export async function openPlace(root: string, file: string, line: number): Promise<void> {
  const { command, arguments: args = [] } = openingOf(root, file, line);
  await vscode.commands.executeCommand(command, ...args);
}

/**
 * Shows the line of an item.
 * @returns false where it is not there
 */
export async function openItem({ engine, store }: Loaded, name: ItemName): Promise<boolean> {
  const found = engine.findItem(store.snapshot, name);
  if (found.ok) {
    const { plan, item } = found.value;
    await openPlace(plan.root, item.file, item.line);
  }
  return found.ok;
}

import * as vscode from 'vscode';
import type { ItemName } from '../../verbs/findItem';
import { fileUri } from '../host/rootUri';
import type { Loaded } from '../session';

/** Shows a line of a plan file. */
export async function openPlace(root: string, file: string, line: number): Promise<void> {
  await vscode.window.showTextDocument(fileUri(root, file), {
    selection: new vscode.Range(line, 0, line, 0),
    preview: true,
  });
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

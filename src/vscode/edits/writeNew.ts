import * as vscode from 'vscode';
import { Refused } from '../commands/command';
import { fileUri } from '../host/rootUri';
import type { Loaded } from '../session';
import { refuseOutside } from './holdPlan';

/**
 * Writes a file that is not there yet, so that it can be undone.
 * @param path relative to the root, with `/`
 * @throws Refused when the file is there already, or would come to lie outside of the workspace
 */
export async function writeNew(loaded: Loaded, root: string, path: string, text: string): Promise<void> {
  await refuseOutside(loaded, root, path);
  const edit = new vscode.WorkspaceEdit();
  // Fails when the file is already there.
  edit.createFile(fileUri(root, path), { contents: new TextEncoder().encode(text), overwrite: false });
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new Refused({ code: 'ui.create-exists', args: [path] });
  }
}

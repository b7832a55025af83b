import * as vscode from 'vscode';
import { Refused } from '../commands/command';

/**
 * Writes a file that is not there yet, so that it can be undone.
 * @param path as people know it
 * @throws Refused when the file is there already
 */
export async function writeNew(uri: vscode.Uri, path: string, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  // Fails when the file is already there.
  edit.createFile(uri, { contents: new TextEncoder().encode(text), overwrite: false });
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new Refused({ code: 'ui.create-exists', args: [path] });
  }
}

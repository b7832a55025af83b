import * as vscode from 'vscode';
import { fileUri } from '../host/rootUri';

/** Shows a line of a plan file. */
export async function openPlace(root: string, file: string, line: number): Promise<void> {
  await vscode.window.showTextDocument(fileUri(root, file), {
    selection: new vscode.Range(line, 0, line, 0),
    preview: true,
  });
}

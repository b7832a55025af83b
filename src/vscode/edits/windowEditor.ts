import * as vscode from 'vscode';
import type { Editor, EditorDocument } from '../../app/writing/editor/editor';
import { inform } from '../ask';
import { fileUri, isLocal } from '../host/rootUri';
import type { Loaded } from '../session';

/** The documents of this window, to be written by the engine. */
export function windowEditor({ engine, store }: Loaded): Editor {
  return {
    isLocal,
    async open(root, file) {
      try {
        return asDocument(await vscode.workspace.openTextDocument(fileUri(root, file)));
      } catch {
        return undefined;
      }
    },
    async apply(root, operations) {
      const change = new vscode.WorkspaceEdit();
      for (const one of operations) {
        const uri = fileUri(root, one.file);
        if (one.kind === 'make') {
          // Fails when the file is already there.
          change.createFile(uri, { contents: new TextEncoder().encode(one.text), overwrite: false });
        } else if (one.kind === 'remove') {
          change.deleteFile(uri);
        } else {
          const document = await vscode.workspace.openTextDocument(uri);
          for (const { start, end, text } of one.edits) {
            const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
            change.replace(uri, range, text);
          }
        }
      }
      return vscode.workspace.applyEdit(change);
    },
    async completed({ leftAlone }) {
      await store.refresh();
      if (leftAlone.length > 0) {
        inform(engine.say({ code: 'not-completed', args: [leftAlone.join(', ')] }));
      }
    },
  };
}

function asDocument(document: vscode.TextDocument): EditorDocument {
  return {
    getText: () => document.getText(),
    get isDirty() {
      return document.isDirty;
    },
    save: async () => document.save(),
    // Only the active editor can do that.
    async reload() {
      await vscode.window.showTextDocument(document, { preview: true });
      await vscode.commands.executeCommand('workbench.action.files.revert');
    },
  };
}

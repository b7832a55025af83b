import * as vscode from 'vscode';
import type { PlannedEdit } from '../../app/store';
import { Refused } from '../commands/command';
import { fileUri } from '../host/rootUri';
import type { Loaded } from '../session';
import { refuseOutside } from './holdPlan';

const BOM = '\ufeff';

/**
 * Makes a change in the editor. A document without unsaved changes is saved afterwards, another stays as it
 * is. When the file has changed on disk since it was opened, it is reloaded and the change is made on the
 * new text, once. To be called by who holds the plan.
 * @param again computes the change anew from the text as it then is
 * @returns the change that was made
 * @throws Refused when the change cannot be made; then nothing has been changed
 */
export async function applyEdit(
  loaded: Loaded,
  edit: PlannedEdit,
  again: () => Promise<PlannedEdit>,
): Promise<PlannedEdit> {
  const document = await vscode.workspace.openTextDocument(fileUri(edit.root, edit.file));
  if (await editAndSave(loaded, document, edit)) {
    return edit;
  }
  await reload(document);
  const anew = await again();
  if (!(await editAndSave(loaded, document, anew))) {
    await reload(document);
    throw changedMeanwhile(edit);
  }
  return anew;
}

/** @returns false when the editor would not save because the file has changed on disk */
async function editAndSave(
  loaded: Loaded,
  document: vscode.TextDocument,
  edit: PlannedEdit,
): Promise<boolean> {
  if (edit.edits.length === 0) {
    return true;
  }
  // The editor takes the byte order mark off the text and puts it back when it saves.
  const shift = edit.text.startsWith(BOM) ? 1 : 0;
  checkText(document, edit, edit.text.slice(shift));
  await refuseOutside(loaded, edit.root, edit.file);
  const wasDirty = document.isDirty;
  const changes = new vscode.WorkspaceEdit();
  for (const { start, end, text } of edit.edits) {
    const range = new vscode.Range(document.positionAt(start - shift), document.positionAt(end - shift));
    changes.replace(document.uri, range, text);
  }
  if (!(await vscode.workspace.applyEdit(changes))) {
    throw new Refused({ code: 'not-writable', args: [edit.file, ''] });
  }
  return wasDirty || document.save();
}

/** What the editor cannot hold byte for byte would be changed all over by saving it. */
function checkText(document: vscode.TextDocument, edit: PlannedEdit, text: string): void {
  const held = document.getText();
  if (text.includes('\ufffd')) {
    throw new Refused({ code: 'ui.invalid-characters', args: [edit.file] });
  }
  if (held !== text) {
    throw held.replace(/\r\n?/g, '\n') === text.replace(/\r\n?/g, '\n')
      ? new Refused({ code: 'ui.mixed-line-endings', args: [edit.file] })
      : changedMeanwhile(edit);
  }
}

function changedMeanwhile(edit: PlannedEdit): Refused {
  return new Refused({ code: 'changed-meanwhile', args: [edit.file] });
}

/** Takes our own change back and brings in the text on disk; only the active editor can do that. */
async function reload(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document, { preview: true });
  await vscode.commands.executeCommand('workbench.action.files.revert');
}

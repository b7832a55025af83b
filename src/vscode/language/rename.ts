import type * as vscode from 'vscode';
import { LineIndex } from '../../core/base/text';
import type { PlannedEdit } from '../../app/store';
import { namedItemAt } from '../../present/language/itemAt';
import { planRename } from '../../verbs/renumber';
import { planFileOf, rangeIn, type LanguageKit } from './kit';

/** Gives a task or a risk another id in the whole plan; the former one becomes an alias, so that its commits stay. */
export function planRenaming(kit: LanguageKit): vscode.RenameProvider {
  const { vscode, store, say } = kit;
  const find = (document: vscode.TextDocument, position: vscode.Position) => {
    const file = planFileOf(kit, document);
    const found = file && namedItemAt(file, document.getText(), position);
    if (!found || found.item.kind === 'milestone') {
      throw new Error(say({ code: 'ui.rename-only-ids', args: [] }));
    }
    return found;
  };
  return {
    prepareRename(document, position) {
      const { range, item } = find(document, position);
      return { range: rangeIn(kit, range), placeholder: item.id };
    },
    async provideRenameEdits(document, position, name) {
      const outcome = await planRename({ store }, find(document, position), name.trim());
      if (!outcome.ok) {
        throw new Error(say(outcome.refusal));
      }
      return workspaceEdit(outcome.edit);
    },
  };

  function workspaceEdit({ root, files }: PlannedEdit): vscode.WorkspaceEdit {
    const edit = new vscode.WorkspaceEdit();
    for (const { file, text, edits } of files) {
      const lines = new LineIndex(text);
      const uri = kit.fileUri(root, file);
      edit.set(
        uri,
        edits.map(({ start, end, text: now }) =>
          vscode.TextEdit.replace(rangeIn(kit, lines.range(start, end)), now),
        ),
      );
    }
    return edit;
  }
}

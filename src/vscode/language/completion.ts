import type * as vscode from 'vscode';
import {
  completionsAt,
  idCompletionsIn,
  type Completion,
  type Completions,
} from '../../present/language/completions';
import { planFileOf, type LanguageKit } from './kit';

/** Names of VS Code's kinds of completions. */
const KINDS: Readonly<Record<Completion['icon'], keyof typeof vscode.CompletionItemKind>> = {
  field: 'Property',
  value: 'EnumMember',
  person: 'User',
  label: 'Keyword',
  day: 'Value',
  task: 'Reference',
  milestone: 'Event',
  risk: 'Issue',
};

/** Completion in plan files. */
export function planCompletion(kit: LanguageKit): vscode.CompletionItemProvider {
  return {
    provideCompletionItems(document, position) {
      const file = planFileOf(kit, document);
      return file && listOf(kit, completionsAt(file, document.getText(), position), position);
    },
  };
}

/** Completion of ids in the message of a commit. */
export function messageCompletion(kit: LanguageKit): vscode.CompletionItemProvider {
  return {
    provideCompletionItems(document, position) {
      const before = document.lineAt(position).text.slice(0, position.character);
      const typed = /\S*$/.exec(before)?.[0] ?? '';
      const entries = typed === '' ? [] : idCompletionsIn(kit.store.snapshot, typed);
      const start = position.character - typed.length;
      return listOf(kit, { entries, start, end: position.character, partial: true }, position);
    },
  };
}

function listOf(
  { vscode, say }: LanguageKit,
  { entries, start, end, partial }: Completions,
  { line }: vscode.Position,
): vscode.CompletionList {
  const range = new vscode.Range(line, start, line, end);
  const items = entries.map((entry, index) => {
    const { label, detail, insert, filter, icon, goesOn } = entry;
    const description = detail === undefined ? undefined : say(detail);
    const item = new vscode.CompletionItem(
      description === undefined ? label : { label, description },
      vscode.CompletionItemKind[KINDS[icon]],
    );
    item.insertText = insert;
    item.filterText = filter;
    item.range = range;
    item.sortText = String(index).padStart(5, '0');
    if (goesOn) {
      item.command = { command: 'editor.action.triggerSuggest', title: '' };
    }
    return item;
  });
  return new vscode.CompletionList(items, partial);
}

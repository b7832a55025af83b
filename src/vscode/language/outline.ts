import type * as vscode from 'vscode';
import { lensesOf, scheduledLines } from '../../present/language/lenses';
import { outlineOf, type OutlineEntry } from '../../present/language/outline';
import { COMMANDS } from '../commands/ids';
import { planFileOf, type LanguageKit } from './kit';

/** The items of a file, in the outline and where symbols are searched. */
export function planSymbols(kit: LanguageKit): vscode.DocumentSymbolProvider {
  const { vscode } = kit;
  const symbolOf = (
    document: vscode.TextDocument,
    { item, children }: OutlineEntry,
  ): vscode.DocumentSymbol => {
    const below = children.map(child => symbolOf(document, child));
    const own = document.lineAt(Math.min(item.line, document.lineCount - 1)).range;
    const symbol = new vscode.DocumentSymbol(
      [item.id, item.title].filter(part => part !== '').join(' '),
      item.status,
      vscode.SymbolKind[item.kind === 'task' ? 'Object' : item.kind === 'milestone' ? 'Event' : 'Key'],
      below.reduce((range, child) => range.union(child.range), own),
      own,
    );
    symbol.children = below;
    return symbol;
  };
  return {
    provideDocumentSymbols(document) {
      const file = planFileOf(kit, document);
      return file ? outlineOf(file).map(entry => symbolOf(document, entry)) : [];
    },
  };
}

/** Status, evidence and forecast above tasks and milestones. The status can be clicked, to set it. */
export function planLenses(kit: LanguageKit, changed: vscode.Event<void>): vscode.CodeLensProvider {
  const { vscode, say, store } = kit;
  return {
    onDidChangeCodeLenses: changed,
    provideCodeLenses(document) {
      const file = kit.isOn('codeLens') ? planFileOf(kit, document) : undefined;
      return (file ? lensesOf(store.snapshot, file) : []).flatMap(({ line, subject, status, outlook }) => {
        const range = new vscode.Range(line, 0, line, 0);
        const set = { command: COMMANDS.setStatus, title: say(status), arguments: [subject] };
        return [
          new vscode.CodeLens(range, set),
          ...(outlook === undefined
            ? []
            : [new vscode.CodeLens(range, { command: '', title: say(outlook) })]),
        ];
      });
    },
  };
}

/** Scheduled days behind the lines of tasks. */
export function planDates(kit: LanguageKit, changed: vscode.Event<void>): vscode.InlayHintsProvider {
  const { vscode, say, store } = kit;
  return {
    onDidChangeInlayHints: changed,
    provideInlayHints(document, shown) {
      const file = kit.isOn('scheduledDates') ? planFileOf(kit, document) : undefined;
      return (file ? scheduledLines(store.snapshot, file) : [])
        .filter(({ line }) => line >= shown.start.line && line <= shown.end.line && line < document.lineCount)
        .map(({ line, text }) => {
          const hint = new vscode.InlayHint(document.lineAt(line).range.end, say(text));
          hint.paddingLeft = true;
          return hint;
        });
    },
  };
}

/** Language features of plan files, loaded when the first of them is opened. */
import type * as vscode from 'vscode';
import { planPlaces } from '../present/language/planFile';
import { messageCompletion, planCompletion } from './language/completion';
import type { LanguageKit } from './language/kit';
import { planDates, planLenses, planSymbols } from './language/outline';
import { messageHover, planDefinition, planHover, planLinks, planReferences } from './language/places';
import { planFixes } from './language/quickFixes';
import { planRenaming } from './language/rename';
import { gestureSentences } from '../words/gestures';
import { languageSentences } from '../words/language';
import { learn } from '../words/say';

// Days are told as gestures tell them.
learn(gestureSentences);
learn(languageSentences);

/** What begins something that can be completed, beside letters. */
const TRIGGERS = ['@', '#', '!', ':', ' ', ',', '[', '-'];

/** Registers all features, for the files of the plans that there are by then, and for messages of commits. */
export function registerLanguage(kit: LanguageKit): vscode.Disposable {
  const { vscode, store } = kit;
  const { languages } = vscode;
  const changed = new vscode.EventEmitter<void>();
  const message = { language: 'scminput' };
  let places = '';
  let own: readonly vscode.Disposable[] = [];
  const always = [
    changed,
    languages.registerCompletionItemProvider(message, messageCompletion(kit)),
    languages.registerHoverProvider(message, messageHover(kit)),
    store.onDidChange(() => follow()),
    vscode.workspace.onDidChangeConfiguration(
      event => event.affectsConfiguration('milepost') && changed.fire(),
    ),
  ];

  /** Markdown elsewhere is never asked about: VS Code compares its path with those of the plans. */
  function follow(): void {
    const found = planPlaces(store.snapshot);
    const now = JSON.stringify(found);
    if (now !== places) {
      places = now;
      own.forEach(one => one.dispose());
      own = register(
        found.map(({ root, folder }) => ({
          language: 'markdown',
          pattern: new vscode.RelativePattern(
            kit.fileUri(root, ''),
            /\.md$/i.test(folder) ? folder : folder === '' ? '**/*.md' : `${folder}/**/*.md`,
          ),
        })),
      );
    }
    changed.fire();
  }

  function register(files: vscode.DocumentSelector): readonly vscode.Disposable[] {
    return [
      languages.registerCompletionItemProvider(files, planCompletion(kit), ...TRIGGERS),
      languages.registerHoverProvider(files, planHover(kit)),
      languages.registerDefinitionProvider(files, planDefinition(kit)),
      languages.registerReferenceProvider(files, planReferences(kit)),
      languages.registerDocumentLinkProvider(files, planLinks(kit)),
      languages.registerDocumentSymbolProvider(files, planSymbols(kit)),
      languages.registerCodeLensProvider(files, planLenses(kit, changed.event)),
      languages.registerInlayHintsProvider(files, planDates(kit, changed.event)),
      languages.registerRenameProvider(files, planRenaming(kit)),
      languages.registerCodeActionsProvider(files, planFixes(kit), {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
      }),
    ];
  }

  follow();
  return { dispose: () => [...always, ...own].forEach(one => one.dispose()) };
}

import type * as vscode from 'vscode';
import { hasPlans } from '../../verbs/findPlan';
import type { LanguageKit } from './kit';

/**
 * Loads the language features when the first plan file, or a commit message beside plans, is open. Any other Markdown
 * file costs looking into a list.
 */
export function languageAtFirstUse(kit: LanguageKit): vscode.Disposable {
  const { vscode, store } = kit;
  const owned: vscode.Disposable[] = [];
  let isLoading = false;

  async function load(): Promise<void> {
    isLoading = true;
    const { registerLanguage } = await import('../languageTools');
    owned.push(registerLanguage(kit));
  }

  function opened({ languageId, uri }: vscode.TextDocument): void {
    const place = languageId === 'markdown' ? kit.placeOf(uri) : undefined;
    if (!isLoading && (languageId === 'scminput' || place) && hasPlans(store.snapshot, place)) {
      void load();
    }
  }

  owned.push(
    store.onDidChange(() => vscode.workspace.textDocuments.forEach(opened)),
    vscode.workspace.onDidOpenTextDocument(opened),
  );
  return { dispose: () => owned.forEach(one => one.dispose()) };
}

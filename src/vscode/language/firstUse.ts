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
  let isGone = false;

  async function load(): Promise<void> {
    isLoading = true;
    try {
      const { registerLanguage } = await import('../languageTools');
      if (!isGone) {
        owned.push(registerLanguage(kit));
      }
    } catch (error) {
      // The next plan file tries again.
      isLoading = false;
      kit.log.error('The language features could not be loaded', error);
    }
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
  return {
    dispose() {
      isGone = true;
      owned.forEach(one => one.dispose());
    },
  };
}

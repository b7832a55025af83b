import * as vscode from 'vscode';
import { Disposable } from './dispose';
import { fileUri, placeOf } from './host/rootUri';
import type { Session } from './session';
import { isSet } from './settings';
import { tooltipMarkdown } from './trees/tooltipMarkdown';

/** Loads the language features of plan files when the first plan file or commit message is open and plans are there. */
export class LanguageFeatures extends Disposable {
  private isLoading = false;

  constructor(private readonly session: Session) {
    super();
    this.register(session.onDidChange(() => vscode.workspace.textDocuments.forEach(one => this.opened(one))));
    this.register(vscode.workspace.onDidOpenTextDocument(document => this.opened(document)));
  }

  private opened({ languageId, uri }: vscode.TextDocument): void {
    const { loaded } = this.session;
    const place = languageId === 'markdown' ? placeOf(uri) : undefined;
    if (
      loaded &&
      !this.isLoading &&
      (languageId === 'scminput' || place) &&
      loaded.engine.hasPlans(loaded.store.snapshot, place)
    ) {
      this.isLoading = true;
      void this.load(loaded);
    }
  }

  private async load({ engine, store }: NonNullable<Session['loaded']>): Promise<void> {
    const { registerLanguage } = await engine.languageTools();
    this.register(
      registerLanguage({
        ...{ vscode, store, placeOf, fileUri, say: engine.say, isOn: isSet },
        tooltip: parts => tooltipMarkdown(engine, parts),
      }),
    );
  }
}

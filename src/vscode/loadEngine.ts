import * as vscode from 'vscode';
import type * as engine from './engine';

export type Engine = typeof engine;

let loading: Promise<Engine> | undefined;

/** The engine, loaded and set to the reader's language at first use. */
export function loadEngine(): Promise<Engine> {
  loading ??= import('./engine').then(loaded => {
    loaded.configureLanguage(vscode.l10n.bundle);
    loaded.configureDays(vscode.env.language);
    return loaded;
  });
  return loading;
}

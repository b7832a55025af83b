import { setImmediate as nextTurn } from 'node:timers/promises';
import * as vscode from 'vscode';
import type * as engine from './engine';

/** What the engine exports. */
export type Engine = typeof engine;

let loading: Promise<Engine> | undefined;

/** The engine, loaded and set to the reader's language at first use. */
export function loadEngine(): Promise<Engine> {
  loading ??= load();
  return loading;
}

/** Loads what it stands on first, each in a turn of its own: all in one would hold the editor three times as long. */
async function load(): Promise<Engine> {
  const parts = [() => import('yaml'), () => import('markdown-it'), () => import('simple-git')];
  // The first import of an ES module takes some milliseconds, which activation need not wait for.
  for (const part of parts) {
    await nextTurn();
    await part();
  }
  await nextTurn();
  const engine = await import('./engine');
  await nextTurn();
  engine.configureLanguage(vscode.l10n.bundle);
  engine.configureDays(vscode.env.language);
  return engine;
}

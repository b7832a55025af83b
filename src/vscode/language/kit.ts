import type * as vscode from 'vscode';
import type { Log } from '../../app/ports';
import type { Store } from '../../app/store';
import type { TooltipPart } from '../../present/row';
import { planFileAt, type PlanFile } from '../../present/language/planFile';
import type { Range } from '../../core/base/text';
import type { Text } from '../../words/text';
import type { fileUri, placeOf } from '../host/rootUri';

/**
 * What the language features of plan files are made with: their code lies in the engine's bundle, which knows neither
 * VS Code's API nor what the entry holds.
 */
export interface LanguageKit {
  readonly vscode: typeof vscode;
  readonly store: Store;
  readonly log: Log;
  readonly placeOf: typeof placeOf;
  readonly fileUri: typeof fileUri;
  say(text: Text): string;
  /** Markdown of which nothing from the repository is a part. */
  tooltip(parts: readonly TooltipPart[]): Exclude<NonNullable<vscode.TreeItem['tooltip']>, string>;
  /** Whether a setting that can be switched off is on, for a document. */
  isOn(key: 'codeLens' | 'scheduledDates'): boolean;
}

/** The plan file that a document shows; undefined for any other document. */
export function planFileOf(
  { store, placeOf }: LanguageKit,
  { uri }: vscode.TextDocument,
): PlanFile | undefined {
  const place = placeOf(uri);
  return place && planFileAt(store.snapshot, place.root, place.path);
}

/** A range in VS Code's terms. */
export function rangeIn({ vscode }: LanguageKit, { start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

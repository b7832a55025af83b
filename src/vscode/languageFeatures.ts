import * as vscode from 'vscode';
import type { Log } from '../app/ports';
import { fileUri, placeOf } from './host/rootUri';
import type { Loaded } from './session';
import { isSet } from './settings';
import { tooltipMarkdown } from './trees/tooltipMarkdown';

/** Language features of plan files, whose code is loaded when the first plan file is open. */
export function languageFeatures({ engine, store }: Loaded, log: Log): vscode.Disposable {
  return engine.languageAtFirstUse({
    ...{ vscode, store, log, placeOf, fileUri, say: engine.say, isOn: isSet },
    tooltip: parts => tooltipMarkdown(engine, parts),
  });
}

import * as vscode from 'vscode';

/** The output channel *Milepost*, whose level the user chooses. */
export function createLog(): vscode.LogOutputChannel {
  return vscode.window.createOutputChannel('Milepost', { log: true });
}

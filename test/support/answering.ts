import * as vscode from 'vscode';

/** Runs a command whose input boxes are answered in turn: nothing can type into them from here. */
export async function answering(answers: readonly string[], run: () => Promise<void>): Promise<void> {
  const waiting = [...answers];
  const { showInputBox } = vscode.window;
  vscode.window.showInputBox = async () => waiting.shift();
  try {
    await run();
  } finally {
    vscode.window.showInputBox = showInputBox;
  }
}

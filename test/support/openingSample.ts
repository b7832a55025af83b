import * as vscode from 'vscode';

/** What *Open Sample* did: folders that it opened, with how, and what it warned of, with the buttons. */
interface Opening {
  readonly opened: readonly unknown[];
  readonly warnings: readonly string[];
}

/**
 * Runs *Open Sample*, and picks a folder for it. A folder that it opens is noted, and not opened. Who is
 * told that there are no commits opens it all the same.
 */
export async function openingSample(parent: vscode.Uri): Promise<Opening> {
  const { window, commands } = vscode;
  const { showOpenDialog, showWarningMessage } = window;
  const { executeCommand } = commands;
  const [opened, warnings]: [unknown[], string[]] = [[], []];
  window.showOpenDialog = async () => [parent];
  window.showWarningMessage = (async (...words: string[]) => {
    warnings.push(words.join(' | '));
    return words[1] === 'Open Sample' ? words[1] : undefined;
  }) as unknown as typeof showWarningMessage;
  commands.executeCommand = (async (command: string, ...args: unknown[]) => {
    if (command !== 'vscode.openFolder') return executeCommand(command, ...args);
    const [uri, how] = args;
    return opened.push([uri instanceof vscode.Uri ? uri.fsPath : uri, how]);
  }) as typeof executeCommand;
  try {
    await executeCommand('milepost.openSample');
    // A command does not wait for what it tells.
    await new Promise(setImmediate);
  } finally {
    Object.assign(window, { showOpenDialog, showWarningMessage });
    Object.assign(commands, { executeCommand });
  }
  return { opened, warnings };
}

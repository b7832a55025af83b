import * as vscode from 'vscode';

/** The part of the git extension's interface that is used here. */
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): { readonly git: { readonly path: string } };
}

/** The git that VS Code's own extension found, else the one on PATH. */
export function gitBinary(): string {
  // Absent in Restricted Mode; `getAPI` throws while it is switched off.
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  return extension?.isActive && extension.exports.enabled ? extension.exports.getAPI(1).git.path : 'git';
}

import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** What tests look at of a repository that the git extension knows. */
interface KnownRepository {
  readonly state: { readonly HEAD?: { readonly name?: string } };
}

interface Git {
  getAPI(version: 1): {
    getRepository(uri: vscode.Uri): KnownRepository | null;
    onDidOpenRepository(listener: () => void): vscode.Disposable;
  };
}

/** The repository of a folder as the git extension knows it, which finds repositories in its own time. */
export async function untilGitKnows(folder: vscode.Uri): Promise<KnownRepository> {
  const api = (await vscode.extensions.getExtension<Git>('vscode.git')?.activate())?.getAPI(1);
  assert.ok(api, 'the git extension is not there');
  return new Promise(resolve => {
    const look = (): void => {
      const repository = api.getRepository(folder);
      if (repository) {
        opened.dispose();
        resolve(repository);
      }
    };
    const opened = api.onDidOpenRepository(look);
    look();
  });
}

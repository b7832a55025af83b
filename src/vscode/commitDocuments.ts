import * as vscode from 'vscode';
import type { Session } from './session';

const SCHEME = 'milepost-commit';

/** Where the text of a commit is shown when the git extension cannot show it. */
export function commitUri(repo: string, hash: string): vscode.Uri {
  return vscode.Uri.from({
    scheme: SCHEME,
    path: `/${hash.slice(0, 8)}.diff`,
    query: JSON.stringify([repo, hash]),
  });
}

/** Message and files of commits, as read-only text. */
export function registerCommitDocuments(session: Session): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    async provideTextDocumentContent(uri) {
      const { engine, store } = await session.load();
      const [repo = '', hash = ''] = parseQuery(uri.query);
      const commit = engine.findCommit(store.snapshot, repo, hash);
      if (!commit) {
        return '';
      }
      return [
        `commit ${commit.hash}`,
        `Author: ${commit.author}`,
        `Date:   ${new Date(commit.authorTime * 1000).toISOString()}`,
        '',
        ...commit.message
          .trimEnd()
          .split('\n')
          .map(line => `    ${line}`),
        '',
        ...commit.files.map(({ status, path }) => `${status} ${path}`),
        '',
      ].join('\n');
    },
  });
}

function parseQuery(query: string): readonly (string | undefined)[] {
  try {
    const value: unknown = JSON.parse(query);
    return Array.isArray(value) ? value.map(part => (typeof part === 'string' ? part : undefined)) : [];
  } catch {
    return [];
  }
}

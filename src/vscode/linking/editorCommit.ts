import type { Uri } from 'vscode';
import type { SubjectOf } from '../../present/row';
import { commitNamed } from '../../verbs/findCommit';
import type { Kit } from './kit';

const HASH = /\b[0-9a-f]{7,40}\b/g;

/**
 * The commit that the active editor shows, as far as it can be told: a commit opened from the SCM graph, or
 * a diff against a revision. How the git extension names its editors is no contract, so what is read from
 * there counts only if the history knows it.
 * @param args what VS Code passes to a command in an editor's title
 */
export function editorCommit(kit: Kit, args: readonly unknown[]): SubjectOf<'commit'> | undefined {
  const found = commitNamed(kit.store.snapshot, hashesShown(kit, args));
  return found && { kind: 'commit', ...found };
}

/** Hashes that the arguments and the active tab name, the likeliest first, whether or not the history knows them. */
export function hashesShown({ vscode }: Kit, args: readonly unknown[]): readonly string[] {
  const uris = args.filter(arg => arg instanceof vscode.Uri);
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  if (tab?.input instanceof vscode.TabInputTextDiff) {
    uris.push(tab.input.modified);
  } else if (tab?.input instanceof vscode.TabInputText) {
    uris.push(tab.input.uri);
  }
  return [...uris.flatMap(uriHashes), ...(tab ? (tab.label.match(HASH) ?? []) : [])];
}

function uriHashes({ scheme, path, query }: Uri): readonly string[] {
  if (scheme === 'git') {
    return query.match(/"ref":"([0-9a-f]{7,40})"/)?.slice(1, 2) ?? [];
  }
  // `<root>/<parent>..<hash>`: the last one is the commit.
  return (path.slice(path.lastIndexOf('..')).match(HASH) ?? []).slice(-1);
}

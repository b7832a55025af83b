import * as vscode from 'vscode';
import type { Commit } from '../../core/evidence/graph/history';
import { pickMany, pickOne } from '../ask';
import type { Loaded } from '../session';
import type { SubjectOf } from './subjects';

interface CommitItem extends vscode.QuickPickItem {
  readonly subject: SubjectOf<'commit'>;
}

const MOST_COMMITS = 200;

/** Asks for commits: recent ones without a task, with a hash from the clipboard chosen beforehand. */
export async function pickCommits(
  { engine: { say }, store }: Loaded,
  { many }: { readonly many: boolean },
): Promise<readonly SubjectOf<'commit'>[]> {
  const { snapshot } = store;
  const copied = (await vscode.env.clipboard.readText()).trim().toLowerCase();
  const items = snapshot.repos.flatMap(({ top, history, withoutTask }): CommitItem[] => {
    const plan = snapshot.plans.find(({ repo }) => repo === top)?.plan.uid;
    if (!history || plan === undefined) {
      return [];
    }
    const named = /^[0-9a-f]{7,40}$/.test(copied)
      ? [...history.commits.keys()].filter(hash => hash.startsWith(copied)).slice(0, 1)
      : [];
    const hashes = [...new Set([...named, ...withoutTask.slice(0, MOST_COMMITS)])];
    return hashes.flatMap(hash => {
      const commit = history.commits.get(hash);
      return commit ? [toItem(commit, top, plan, named.includes(hash))] : [];
    });
  });
  const options = {
    title: say({ code: 'ui.commit-title', args: [] }),
    placeHolder: say({ code: items.length === 0 ? 'ui.all-commits-linked' : 'ui.pick-commits', args: [] }),
    matchOnDescription: true,
  };
  const picked = many ? await pickMany(items, options) : [await pickOne(items, options)];
  return picked.flatMap(item => item?.subject ?? []);
}

function toItem(commit: Commit, repo: string, plan: string, picked: boolean): CommitItem {
  const [subject = ''] = commit.message.split('\n', 1);
  return {
    label: subject,
    description: `${commit.hash.slice(0, 8)} · ${commit.author}`,
    iconPath: new vscode.ThemeIcon('git-commit'),
    picked,
    subject: { kind: 'commit', plan, repo, hash: commit.hash },
  };
}

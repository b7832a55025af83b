import * as vscode from 'vscode';
import { pickRow, pickRows } from '../ask';
import type { Loaded } from '../session';
import type { SubjectOf } from './subjects';

/** Asks for commits: recent ones without a task, with a hash from the clipboard chosen beforehand. */
export async function pickCommits(
  { engine: { commitNamed, commitPicks, say }, store: { snapshot } }: Loaded,
  { many }: { readonly many: boolean },
): Promise<readonly SubjectOf<'commit'>[]> {
  const copied = (await vscode.env.clipboard.readText()).trim().toLowerCase();
  const rows = commitPicks(snapshot, commitNamed(snapshot, [copied]));
  const options = {
    title: say({ code: 'ui.commit-title', args: [] }),
    placeHolder: say({ code: rows.length === 0 ? 'ui.all-commits-linked' : 'ui.pick-commits', args: [] }),
    matchOnDescription: true,
  };
  if (many) {
    return pickRows(rows, say, options);
  }
  const picked = await pickRow(rows, say, options);
  return picked ? [picked] : [];
}

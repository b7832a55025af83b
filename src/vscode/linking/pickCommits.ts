import { commitPicks } from '../../present/picks/commitPicks';
import type { SubjectOf } from '../../present/row';
import { commitNamed } from '../../verbs/findCommit';
import { findItem } from '../../verbs/findItem';
import { likelyCommits } from '../../verbs/likely';
import type { Kit } from './kit';

/**
 * Asks for commits: recent ones without a task, with a hash from the clipboard chosen beforehand.
 * @param task for which they are meant: the likely ones come first
 */
export async function pickCommits(
  { vscode, store, log, pickRow, pickRows, say }: Kit,
  { many, task }: { readonly many: boolean; readonly task?: SubjectOf<'task'> },
): Promise<readonly SubjectOf<'commit'>[]> {
  const { snapshot } = store;
  const copied = await vscode.env.clipboard.readText().then(
    text => text.trim().toLowerCase(),
    // A browser may keep the clipboard to itself: then nothing is chosen beforehand.
    (error: unknown) => {
      log.warn(`The clipboard cannot be read: ${String(error)}`);
      return '';
    },
  );
  const rows = commitPicks(snapshot, {
    named: commitNamed(snapshot, [copied]),
    ...(task && { task: { plan: task.plan, likely: likelyCommits({ store }, task) } }),
  });
  const found = task && findItem(snapshot, task);
  const options = {
    title: say(
      found?.ok
        ? { code: 'ui.link-commits-title', args: [found.value.item.id] }
        : { code: 'ui.commit-title', args: [] },
    ),
    placeHolder: say({ code: rows.length === 0 ? 'ui.all-commits-linked' : 'ui.pick-commits', args: [] }),
    matchOnDescription: true,
    matchOnDetail: true,
  };
  if (many) {
    return pickRows(rows, say, options);
  }
  const picked = await pickRow(rows, say, options);
  return picked ? [picked] : [];
}

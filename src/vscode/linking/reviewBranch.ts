import { reviewPicks } from '../../present/picks/branchPicks';
import type { Choice } from '../../shared/protocol';
import { reviewableBranches } from '../../verbs/branchesWith';
import { findPlan } from '../../verbs/findPlan';
import { editorCommit, hashesShown } from './editorCommit';
import type { Kit, LaterCommand } from './kit';

/**
 * Opens the review of what is checked out, of the branch of a row, or of the branch that contains a commit: that of a
 * row, or the one that the diff editor shows whose button was pressed.
 */
export const reviewBranch: LaterCommand = async (kit, args) => {
  const [subject] = kit.subjectsOf(args);
  const isButton = args[0] instanceof kit.vscode.Uri;
  const commit = subject?.kind === 'commit' ? subject : isButton ? editorCommit(kit, args) : undefined;
  const hash = commit?.hash ?? (isButton ? hashesShown(kit, args)[0] : undefined);
  const ends =
    hash === undefined
      ? { base: '', head: subject?.kind === 'branch' && !isCheckedOut(kit, subject) ? subject.branch : '' }
      : await endsFor(kit, hash, commit);
  const plan = subject?.plan ?? commit?.plan;
  if (ends) {
    await kit.showReview(ends, plan);
  }
};

function isCheckedOut(
  { store }: Kit,
  { plan, branch }: { readonly plan: string; readonly branch: string },
): boolean {
  return findPlan(store.snapshot, plan)?.repo?.history?.head.branch === branch;
}

/** The one branch that contains the commit; asks where none or several do. Undefined when it was given up. */
async function endsFor(
  { pickRow, say, store }: Kit,
  hash: string,
  commit: { readonly repo: string; readonly hash: string } | undefined,
): Promise<Choice | undefined> {
  const found = reviewableBranches({ store }, { hash, ...commit });
  const rows = reviewPicks(found);
  if (found.contain && found.branches.length === 1) {
    return rows[0]?.value;
  }
  const code = found.contain ? 'ui.review-several' : 'ui.review-none';
  return pickRow(rows, say, {
    title: say({ code: 'ui.review-which', args: [] }),
    placeHolder: say({ code, args: [hash.slice(0, 8)] }),
  });
}

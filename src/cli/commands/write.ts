import { writeEdit } from '../../app/writeFile';
import type { Change, CommitRef } from '../../core/plan/change';
import { editPreview } from '../../present/tables/editPreview';
import { say } from '../../shared/sentences/say';
import { Failure } from '../failure';
import { findItem } from '../findItem';
import type { Session } from '../session';

/**
 * Makes changes to one item, or only shows them. Prints the file and the lines that change.
 * @throws Failure when the id is unknown or ambiguous, or the change is refused
 */
export async function write(
  { store, snapshot }: Session,
  id: string,
  changes: readonly Change[],
  dryRun: boolean,
): Promise<string[]> {
  const { plan, item } = findItem(snapshot, id);
  const outcome = await store.planEdit({ plan: plan.uid, kind: item.kind, uid: item.uid }, changes);
  if (!outcome.ok) {
    throw new Failure(outcome.refusal);
  }
  const { file, text, edits } = outcome.edit;
  if (edits.length === 0) {
    return [say({ code: 'cli.unchanged', args: [item.id] })];
  }
  const preview = editPreview(file, text, edits);
  if (dryRun) {
    return [...preview, say({ code: 'cli.dry-run', args: [] })];
  }
  const refusal = await writeEdit(outcome.edit);
  if (refusal) {
    throw new Failure(refusal);
  }
  return preview;
}

/**
 * The commits that revisions name, as hand-made links record them.
 * @throws Failure when one names no commit
 */
export async function commitRefs(
  { store, snapshot }: Session,
  id: string,
  revisions: readonly string[],
): Promise<readonly CommitRef[]> {
  const { plan } = findItem(snapshot, id);
  const refs: CommitRef[] = [];
  for (const revision of revisions) {
    const outcome = await store.commitRef(plan.uid, revision);
    if (!outcome.ok) {
      throw new Failure(outcome.problem);
    }
    refs.push(outcome.value);
  }
  return refs;
}

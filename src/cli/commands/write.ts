import { writeEdit } from '../../app/writing/writeFile';
import type { Change, CommitRef } from '../../core/plan/change';
import type { Item, Plan } from '../../core/plan/model';
import { linkRepairs } from '../../present/linkRepairs';
import { editPreview } from '../../present/tables/editPreview';
import { say } from '../../shared/sentences/say';
import { Failure } from '../failure';
import { findItem } from '../findItem';
import type { Session } from '../session';
import { warn } from '../warn';

/**
 * Makes changes to one item, or only shows them. Prints the file and the lines that change.
 * @throws Failure when the id is unknown or ambiguous, or the change is refused
 */
export async function write(
  session: Session,
  id: string,
  changes: readonly Change[],
  dryRun: boolean,
): Promise<string[]> {
  const { plan, item } = findItem(session.snapshot, id);
  return writeItem(session, plan, item, changes, dryRun);
}

/**
 * Brings links to rewritten commits up to date: of the tasks with these ids, or of all.
 * @throws Failure when an id is unknown or ambiguous, or a change is refused
 */
export async function relink(session: Session, ids: readonly string[], dryRun: boolean): Promise<string[]> {
  const asked = ids.map(id => findItem(session.snapshot, id).item);
  const lines: string[] = [];
  for (const { plan, task, updates } of linkRepairs(session.snapshot)) {
    for (const change of asked.length === 0 || asked.includes(task) ? updates : []) {
      lines.push(...(await writeItem(session, plan, task, [change], dryRun)));
    }
  }
  return lines.length > 0 ? lines : [say({ code: 'cli.no-relink', args: [] })];
}

async function writeItem(
  { store }: Session,
  plan: Plan,
  item: Item,
  changes: readonly Change[],
  dryRun: boolean,
): Promise<string[]> {
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
  const written = await writeEdit(outcome.edit);
  if (!written.ok) {
    throw new Failure(written.refusal);
  }
  if (!written.rightsKept) {
    warn({ code: 'cli.rights-changed', args: [file] });
  }
  if (written.unsynced !== undefined) {
    warn({ code: 'cli.not-synced', args: [file, written.unsynced] });
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

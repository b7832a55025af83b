import type { Message } from '../../core/base/message';
import { applyEdits, inverseEdits } from '../../core/base/text';
import type { RefusalMessages } from '../../core/plan/change';
import { detailOf } from '../files/nodeFiles';
import type { EditOutcome, FileEdit, PlannedEdit } from '../store';
import type { Completed } from './completeJournal';
import type { HeldLock } from './fileLock';
import { notWritable, type FileOutcome, type NotWritten } from './fileOutcome';
import { journalFile, type JournalFile } from './journal';
import { JournalRefused, journalPlace, removeJournal, writeJournal } from './journalPlace';
import { unmakeFile } from './makeFile';
import { lockPlan, type PlanLockOutcome } from './planLock';
import { checkFile, writeFile } from './writeFile';

/** A file that was written, and what is different from before beside its text. */
export type WrittenFile = Omit<FileOutcome & { ok: true }, 'ok'> & Pick<FileEdit, 'file'>;

/** That an edit was made, or why nothing of it was. */
export type WriteOutcome = { readonly ok: true; readonly written: readonly WrittenFile[] } | NotWritten;

/**
 * Makes an edit on disk, while no other process writes to its plan: all files or none. Several are written down in a
 * journal first, so that the next one who writes to the plan completes what a process that was killed has begun.
 * @param again is told of an interrupted edit that was completed just now, and plans this one anew on what is there
 */
export async function writeEdit(
  edit: PlannedEdit,
  again: (completed: Completed) => Promise<EditOutcome>,
): Promise<WriteOutcome> {
  const [first] = edit.files;
  const gone = edit.files.find(({ isGone }) => isGone);
  if (gone) {
    return notWritable(gone, 'ENOTSUP');
  }
  const taken = first && (await lockPlan({ ...edit, file: first.file }));
  if (!taken) {
    return { ok: true, written: [] };
  }
  if (!taken.ok) {
    return taken;
  }
  try {
    const planned = taken.completed ? await again(taken.completed) : { ok: true as const, edit };
    if (!planned.ok) {
      return planned;
    }
    const { files } = planned.edit;
    return files.length > 1 ? await writeTogether(files, taken) : await writeEach(files, taken);
  } finally {
    await taken.lock.release();
  }
}

type Taken = Extract<PlanLockOutcome, { ok: true }>;

/** Writes several files with a journal. */
async function writeTogether(files: readonly FileEdit[], taken: Taken): Promise<WriteOutcome> {
  const { lock, root, tree } = taken;
  const entries: JournalFile[] = [];
  for (const edit of files) {
    const checked = await checkFile(root, edit);
    if (!checked.ok) {
      return checked;
    }
    entries.push(journalFile(edit, checked));
  }
  try {
    await writeJournal(lock, tree, { root, files: entries });
  } catch (error) {
    const { file = '' } = files[0] ?? {};
    const refusal: Message<RefusalMessages> =
      error instanceof JournalRefused
        ? { code: 'journal-refused', args: [file, error.place, error.detail] }
        : { code: 'journal-failed', args: [file, journalPlace(lock.path), detailOf(error)] };
    return { ok: false, refusal };
  }
  const outcome = await writeEach(files, taken);
  if (outcome.ok || outcome.refusal.code !== 'half-made') {
    await dropJournal(lock);
  }
  return outcome;
}

/** Writes one file after the other, and puts back what was written when one of them is refused. */
async function writeEach(files: readonly FileEdit[], taken: Taken): Promise<WriteOutcome> {
  const written: WrittenFile[] = [];
  for (const [index, edit] of files.entries()) {
    const outcome = await writeFile(taken.root, edit, taken.lock);
    if (!outcome.ok) {
      const stuck = await putBack(files.slice(0, index), taken);
      const missing = files.map(({ file }) => file).filter(file => !stuck.includes(file));
      return stuck.length === 0
        ? outcome
        : { ok: false, refusal: { code: 'half-made', args: [stuck.join(', '), missing.join(', ')] } };
    }
    const { rightsKept, unsynced } = outcome;
    written.push({ file: edit.file, rightsKept, unsynced });
  }
  return { ok: true, written };
}

/** @returns the files that could not be put back */
async function putBack(done: readonly FileEdit[], { root, lock }: Taken): Promise<readonly string[]> {
  const stuck: string[] = [];
  for (const edit of [...done].reverse()) {
    const { file, isNew, text, edits } = edit;
    const back = { file, text: applyEdits(text, edits), edits: inverseEdits(text, edits) };
    const isBack = isNew ? unmakeFile(root, edit, lock) : writeFile(root, back, lock).then(({ ok }) => ok);
    if (!(await isBack.catch(() => false))) {
      stuck.push(file);
    }
  }
  return stuck;
}

/** One that cannot be taken away finds every file as it is to be. Whoever has taken the lock over may have one, too. */
async function dropJournal(lock: HeldLock): Promise<void> {
  try {
    if (await lock.renew()) {
      await removeJournal(lock);
    }
  } catch {
    // It is completed by the next one who writes.
  }
}

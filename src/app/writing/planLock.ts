import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Message } from '../../core/base/message';
import type { RefusalMessages } from '../../core/plan/change';
import { detailOf, isMissing } from '../files/nodeFiles';
import type { FileEdit, PlannedEdit } from '../store';
import { completeJournal, type Completed } from './completeJournal';
import { holderAtWork, takeLock, type HeldLock } from './fileLock';
import type { NotWritten } from './fileOutcome';
import { JournalRefused, journalPlace, readJournal, removeJournal } from './journalPlace';
import { lockPlace, workTreeOf } from './lockPlace';

/** The lock of a plan, or why it could not be taken. */
export type PlanLockOutcome =
  | {
      readonly ok: true;
      readonly lock: HeldLock;
      /** Real path of the workspace folder. */
      readonly root: string;
      /** Finds the real path of the working tree that the plan lies in. */
      readonly tree: () => Promise<string>;
      /** Set when files of the plan have been written just now, since a process had left them half written. */
      readonly completed?: Completed;
    }
  | NotWritten;

/**
 * Takes the one lock of a plan, which whoever changes a file of it holds, and waits up to two seconds for another
 * holder. An edit that a process has left half made is completed first.
 * @param edit what it is taken for; a refusal names its file, or the first of several
 */
export async function lockPlan({
  root,
  plan,
  file,
}: Pick<PlannedEdit, 'root' | 'plan'> & Pick<FileEdit, 'file'>): Promise<PlanLockOutcome> {
  let lock: HeldLock | undefined;
  try {
    const realRoot = await realpath(root);
    const folder = await realFolder(root, plan, realRoot);
    const taken = await takeLock(await lockPlace(folder));
    if (!('renew' in taken)) {
      return refuse({ code: 'plan-locked', args: [file, taken.process, taken.host] });
    }
    lock = taken;
    const tree = async (): Promise<string> => (await workTreeOf(folder))?.top ?? realRoot;
    const completed = await completeLeft(file, realRoot, tree, lock);
    if (completed && !completed.ok) {
      await lock.release();
      return completed;
    }
    return { ok: true, lock, root: realRoot, tree, ...(completed && { completed }) };
  } catch (error) {
    await lock?.release();
    const place = error instanceof Error && 'path' in error ? String(error.path) : plan;
    return refuse(
      error instanceof JournalRefused
        ? { code: 'journal-refused', args: [file, error.place, error.detail] }
        : { code: 'lock-failed', args: [file, place, detailOf(error)] },
    );
  }
}

/** Of a plan that is still to be made, where it will be. */
async function realFolder(root: string, plan: string, realRoot: string): Promise<string> {
  try {
    return await realpath(join(root, plan));
  } catch (error) {
    if (isMissing(error)) {
      return join(realRoot, plan);
    }
    throw error;
  }
}

async function completeLeft(
  file: string,
  root: string,
  tree: () => Promise<string>,
  lock: HeldLock,
): Promise<Completed | NotWritten | undefined> {
  const journal = await readJournal(lock, tree);
  if (!journal) {
    return undefined;
  }
  const maker = holderAtWork(journal.maker);
  if (maker) {
    return refuse({ code: 'plan-locked', args: [file, maker.process, maker.host] });
  }
  const outcome = await completeJournal(journal, root, lock);
  if ('outside' in outcome) {
    throw new JournalRefused(journalPlace(lock.path), 'names-outside');
  }
  if (outcome.ok) {
    await removeJournal(lock);
  }
  return outcome;
}

function refuse(refusal: Message<RefusalMessages>): NotWritten {
  return { ok: false, refusal };
}

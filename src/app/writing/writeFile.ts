import { constants, type Stats } from 'node:fs';
import { access, open, realpath, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Message } from '../../core/base/message';
import type { RefusalMessages } from '../../core/plan/change';
import { decode, detailOf, isInside, isMissing } from '../files/nodeFiles';
import type { PlannedEdit } from '../store';
import { keepDraft, makeDraft, removeDraft, removeOldDrafts, type Draft } from './drafts';
import { encodeEdit } from './encodeEdit';
import type { HeldLock } from './fileLock';
import { HalfWritten, overwrite } from './overwrite';
import { PinnedFolder } from './pinnedFolder';
import { lockPlan } from './planLock';

/** That a file was written and what is different from before beside its text, or why it was not written. */
export type WriteOutcome =
  | {
      readonly ok: true;
      /** Whether it still has the owner, the group and the permissions that it had. */
      readonly rightsKept: boolean;
      /** Why a power cut may bring back the old file: the file system's word. */
      readonly unsynced?: string | undefined;
    }
  | { readonly ok: false; readonly refusal: Message<RefusalMessages> };

/**
 * Applies edits to a file on disk, byte for byte outside of them, while no other process writes to its plan. The file
 * is replaced in one step, so that a reader, a crash or a full disk never meets half of it (see {@link overwrite} for
 * the exceptions), and is left alone when it no longer holds the text the edits were made for, or lies outside of the
 * workspace once all links are resolved.
 */
export async function writeEdit(edit: PlannedEdit): Promise<WriteOutcome> {
  try {
    const root = await realpath(edit.root);
    const path = await realpath(join(edit.root, edit.file));
    if (!isInside(path, root)) {
      return notWritable(edit, 'links-outside');
    }
    const taken = await lockPlan(edit);
    if (!taken.ok) {
      return taken;
    }
    try {
      const folder = await PinnedFolder.open(dirname(path), root);
      try {
        return await replace(folder, basename(path), edit, taken.lock);
      } finally {
        await folder.close();
      }
    } finally {
      await taken.lock.release();
    }
  } catch (error) {
    return isMissing(error) ? refused('changed-meanwhile', edit) : notWritable(edit, detailOf(error));
  }
}

async function replace(
  folder: PinnedFolder,
  name: string,
  edit: PlannedEdit,
  lock: HeldLock,
): Promise<WriteOutcome> {
  if (!(await folder.isInside())) {
    return notWritable(edit, 'links-outside');
  }
  await removeOldDrafts(folder);
  // Replacing a file takes no right to write it; whoever has made it read-only means it.
  await access(folder.at(name), constants.W_OK);
  const before = await read(folder.at(name));
  if (before === undefined || decode(before.bytes) !== edit.text) {
    return refused('changed-meanwhile', edit);
  }
  const bytes = encodeEdit(before.bytes, edit);
  if (!bytes) {
    return notWritable(edit, 'not-utf8');
  }
  const draft = await makeDraft(folder, bytes, before.stats);
  // What this run takes away of it at its end.
  let rest: string | undefined = draft.name;
  try {
    const now = await read(folder.at(name));
    if (!now?.bytes.equals(before.bytes)) {
      return refused('changed-meanwhile', edit);
    }
    if (!(await lock.renew())) {
      return refused('lock-lost', edit);
    }
    if (!(await folder.isInside())) {
      return notWritable(edit, 'links-outside');
    }
    if (now.stats.nlink === 1 && (await isReplaced(folder, draft, name))) {
      rest = undefined;
      return { ok: true, rightsKept: draft.rightsKept, unsynced: await folder.sync() };
    }
    rest = await keepDraft(folder, draft.name);
    const isIt = await overwrite(folder.at(name), now.stats, now.bytes, bytes);
    return isIt ? { ok: true, rightsKept: true } : refused('changed-meanwhile', edit);
  } catch (error) {
    if (error instanceof HalfWritten && rest !== undefined) {
      const refusal: Message<RefusalMessages> = { code: 'half-written', args: [edit.file, rest] };
      rest = undefined;
      return { ok: false, refusal };
    }
    throw error;
  } finally {
    if (rest !== undefined) {
      await removeDraft(folder, rest);
    }
  }
}

/** @returns false for a file that no other can replace, since it is mounted by itself */
async function isReplaced(folder: PinnedFolder, draft: Draft, name: string): Promise<boolean> {
  try {
    await rename(folder.at(draft.name), folder.at(name));
    return true;
  } catch (error) {
    if (['EBUSY', 'EXDEV'].includes(detailOf(error))) {
      return false;
    }
    throw error;
  }
}

/** @returns undefined for what is no file any more */
async function read(path: string): Promise<{ readonly bytes: Buffer; readonly stats: Stats } | undefined> {
  // What is no file could be waited for without an end.
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  const file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const stats = await file.stat();
    return stats.isFile() ? { bytes: await file.readFile(), stats } : undefined;
  } finally {
    await file.close();
  }
}

function refused(code: 'changed-meanwhile' | 'lock-lost', { file }: PlannedEdit): WriteOutcome {
  return { ok: false, refusal: { code, args: [file] } };
}

function notWritable({ file }: PlannedEdit, detail: string): WriteOutcome {
  return { ok: false, refusal: { code: 'not-writable', args: [file, detail] } };
}

import { constants } from 'node:fs';
import { access, realpath, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Message } from '../../core/base/message';
import type { RefusalMessages } from '../../core/plan/change';
import { applyEdits } from '../../core/base/text';
import { decode, detailOf, isInside, isMissing } from '../files/nodeFiles';
import type { FileEdit } from '../store';
import { keepDraft, makeDraft, removeDraft, removeOldDrafts, type Draft } from './drafts';
import { encodeEdit } from './encodeEdit';
import type { HeldLock } from './fileLock';
import { notWritable, refused, type FileOutcome, type NotWritten } from './fileOutcome';
import { lastCheck } from './lastCheck';
import { checkNewFile, makeFile } from './makeFile';
import { HalfWritten, overwrite } from './overwrite';
import { PinnedFolder } from './pinnedFolder';

/**
 * Applies edits to a file on disk, byte for byte outside of them, or makes the file. It is replaced in one step, so that
 * a reader, a crash or a full disk never meets half of it (see {@link overwrite} for the exceptions), and is left alone
 * when it no longer holds the text the edits were made for, or lies outside of the workspace once all links are
 * resolved.
 * @param root real path of the workspace folder
 * @param lock of the plan
 */
export async function writeFile(root: string, edit: FileEdit, lock: HeldLock): Promise<FileOutcome> {
  try {
    if (edit.isNew) {
      return await makeFile(root, edit, lock);
    }
    return await inFolder(root, edit, (folder, name) => replace(folder, name, edit, lock));
  } catch (error) {
    return isMissing(error) ? refused('changed-meanwhile', edit) : notWritable(edit, detailOf(error));
  }
}

/**
 * Looks whether a file could be written, without writing anything.
 * @param root real path of the workspace folder
 * @returns its bytes as they are (none for a new file) and as they would be, or why it could not
 */
export async function checkFile(
  root: string,
  edit: FileEdit,
): Promise<{ readonly ok: true; readonly before?: Buffer; readonly after: Buffer } | NotWritten> {
  try {
    if (edit.isNew) {
      const after = Buffer.from(applyEdits(edit.text, edit.edits));
      return (await checkNewFile(root, edit)) ?? { ok: true, after };
    }
    return await inFolder(root, edit, async (folder, name) => {
      const found = await readyBytes(folder, name, edit);
      return 'refusal' in found ? found : { ok: true, before: found.before.bytes, after: found.bytes };
    });
  } catch (error) {
    return isMissing(error) ? refused('changed-meanwhile', edit) : notWritable(edit, detailOf(error));
  }
}

async function inFolder<T>(
  root: string,
  edit: FileEdit,
  work: (folder: PinnedFolder, name: string) => Promise<T>,
): Promise<T | NotWritten> {
  const path = await realpath(join(root, edit.file));
  if (!isInside(path, root)) {
    return notWritable(edit, 'links-outside');
  }
  const folder = await PinnedFolder.open(dirname(path), root);
  try {
    return (await folder.isInside())
      ? await work(folder, basename(path))
      : notWritable(edit, 'links-outside');
  } finally {
    await folder.close();
  }
}

/** The file as it is and the bytes that it is to have, where it may be written and holds the text of the edit. */
async function readyBytes(folder: PinnedFolder, name: string, edit: FileEdit) {
  // Replacing a file takes no right to write it; whoever has made it read-only means it.
  await access(folder.at(name), constants.W_OK);
  const before = await folder.read(name);
  if (before === undefined || decode(before.bytes) !== edit.text) {
    return refused('changed-meanwhile', edit);
  }
  const bytes = encodeEdit(before.bytes, edit);
  return bytes ? { before, bytes } : notWritable(edit, 'not-utf8');
}

async function replace(
  folder: PinnedFolder,
  name: string,
  edit: FileEdit,
  lock: HeldLock,
): Promise<FileOutcome> {
  await removeOldDrafts(folder);
  const ready = await readyBytes(folder, name, edit);
  if ('refusal' in ready) {
    return ready;
  }
  const { before, bytes } = ready;
  const draft = await makeDraft(folder, bytes, before.stats);
  // What this run takes away of it at its end.
  let rest: string | undefined = draft.name;
  try {
    const now = await folder.read(name);
    if (!now?.bytes.equals(before.bytes)) {
      return refused('changed-meanwhile', edit);
    }
    const obstacle = await lastCheck(folder, edit, lock);
    if (obstacle) {
      return obstacle;
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

import { link, lstat, mkdir, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { applyEdits } from '../../core/base/text';
import { detailOf, isInside, isMissing } from '../files/nodeFiles';
import type { FileEdit } from '../store';
import { makeDraft, removeDraft, removeOldDrafts } from './drafts';
import type { HeldLock } from './fileLock';
import { notWritable, refused, type FileOutcome, type NotWritten } from './fileOutcome';
import { lastCheck } from './lastCheck';
import { PinnedFolder } from './pinnedFolder';

/**
 * Makes a file that is not there yet, and the folders that it lies in, in the workspace once all links are resolved.
 * It has its whole text from the moment that it has its name.
 * @param root real path of the workspace folder
 * @param lock of the plan
 * @throws an error of the file system
 */
export async function makeFile(root: string, edit: FileEdit, lock: HeldLock): Promise<FileOutcome> {
  const folder = await folderAt(root, dirname(edit.file));
  if (!folder) {
    return notWritable(edit, 'links-outside');
  }
  try {
    return await makeIn(folder, basename(edit.file), edit, lock);
  } finally {
    await folder.close();
  }
}

/** Whether a new file could be made: undefined, or why not. */
export async function checkNewFile(root: string, edit: FileEdit): Promise<NotWritten | undefined> {
  // A link to nothing is in the way as well.
  const found = await lstat(join(root, edit.file)).catch(() => undefined);
  return found && refused('file-exists', edit);
}

/** Takes a file that was made away again, unless it has another text by now. */
export async function unmakeFile(
  root: string,
  { file, text, edits }: FileEdit,
  lock: HeldLock,
): Promise<boolean> {
  const path = await realpath(join(root, file));
  const folder = isInside(path, root) ? await PinnedFolder.open(dirname(path), root) : undefined;
  try {
    if (!folder || !(await lock.renew()) || !(await folder.isInside())) {
      return false;
    }
    const made = Buffer.from(applyEdits(text, edits));
    const isSame = (await folder.read(basename(path)))?.bytes.equals(made) ?? false;
    if (isSame) {
      await rm(folder.at(basename(path)));
    }
    return isSame;
  } finally {
    await folder?.close();
  }
}

async function makeIn(
  folder: PinnedFolder,
  name: string,
  edit: FileEdit,
  lock: HeldLock,
): Promise<FileOutcome> {
  await removeOldDrafts(folder);
  const draft = await makeDraft(folder, Buffer.from(applyEdits(edit.text, edit.edits)));
  try {
    const obstacle = await lastCheck(folder, edit, lock);
    if (obstacle) {
      return obstacle;
    }
    return (await isNamed(folder, draft.name, name))
      ? { ok: true, rightsKept: true, unsynced: await folder.sync() }
      : refused('file-exists', edit);
  } finally {
    await removeDraft(folder, draft.name);
  }
}

/** @returns false when another file has the name */
async function isNamed(folder: PinnedFolder, draft: string, name: string): Promise<boolean> {
  try {
    // Renaming would replace a file that has come meanwhile.
    await link(folder.at(draft), folder.at(name));
    return true;
  } catch (error) {
    if (detailOf(error) === 'EEXIST') {
      return false;
    }
    // Some file systems give no file a second name.
    if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK'].includes(detailOf(error))) {
      throw error;
    }
  }
  const isTaken = await lstat(folder.at(name)).catch(() => undefined);
  if (!isTaken) {
    await rename(folder.at(draft), folder.at(name));
  }
  return !isTaken;
}

/**
 * Opens a folder of the workspace, and makes it where it is not there.
 * @param path relative to the root; `.` for the root itself
 * @returns undefined when it is a link out of the workspace
 */
async function folderAt(root: string, path: string): Promise<PinnedFolder | undefined> {
  const real = await realOrMissing(join(root, path));
  if (real !== undefined) {
    return isInside(real, root) ? PinnedFolder.open(real, root) : undefined;
  }
  const parent = await folderAt(root, dirname(path));
  try {
    if (!parent || !(await parent.isInside())) {
      return undefined;
    }
    await mkdir(parent.at(basename(path)));
  } finally {
    await parent?.close();
  }
  return PinnedFolder.open(await realpath(join(root, path)), root);
}

async function realOrMissing(path: string): Promise<string | undefined> {
  try {
    return await realpath(path);
  } catch (error) {
    if (isMissing(error)) {
      return undefined;
    }
    throw error;
  }
}

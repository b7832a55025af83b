import { randomBytes } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { lstat, open, readdir, rename, rm, type FileHandle } from 'node:fs/promises';
import { detailOf } from '../files/nodeFiles';
import type { PinnedFolder } from './pinnedFolder';

/** Milliseconds after which a draft is no other process's work in progress. */
const ABANDONED_MS = 60_000;

/** Whether a file name is that of a draft. Short, so that it fits wherever the name of a plan file does. */
export function isDraft(name: string): boolean {
  return /^\.milepost-[0-9a-f]{12}\.tmp$/.test(name);
}

/** Whether a file name is that of a draft that {@link keepDraft} has kept. */
export function isKept(name: string): boolean {
  return /^\.milepost-[0-9a-f]{12}\.keep$/.test(name);
}

/** Whether a draft has been there for too long to be in use. */
export function isAbandoned({ mtimeMs }: Stats): boolean {
  return Math.abs(Date.now() - mtimeMs) > ABANDONED_MS;
}

/** A temporary file that holds the new text of another file. */
export interface Draft {
  readonly name: string;
  /** Whether owner, group and permissions are those of the file that it is to replace. */
  readonly rightsKept: boolean;
}

/**
 * Writes a new file to replace another one in the same folder, which nobody can read who cannot read that one. What
 * stands under its name already is neither read nor followed nor written.
 * @param like of the file that it is to replace; without one it gets the rights of any new file
 * @throws an error of the file system; then there is no draft
 */
export async function makeDraft(folder: PinnedFolder, bytes: Buffer, like?: Stats): Promise<Draft> {
  const name = `.milepost-${randomBytes(6).toString('hex')}.tmp`;
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW = 0 } = constants;
  const flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW;
  const file = await open(folder.at(name), flags, like ? 0o600 : 0o666);
  try {
    await file.writeFile(bytes);
    const rightsKept = like === undefined || (await giveRights(file, like));
    await file.sync();
    return { name, rightsKept };
  } catch (error) {
    await removeDraft(folder, name);
    throw error;
  } finally {
    await file.close();
  }
}

/**
 * Gives a draft a name that no process removes: from now on it may hold the only whole text of its file.
 * @returns the name
 */
export async function keepDraft(folder: PinnedFolder, name: string): Promise<string> {
  const kept = name.replace(/tmp$/, 'keep');
  await rename(folder.at(name), folder.at(kept));
  return kept;
}

/** What cannot be taken away is removed later, and does no harm. */
export async function removeDraft(folder: PinnedFolder, name: string): Promise<void> {
  await rm(folder.at(name), { force: true }).catch(() => undefined);
}

/** Removes the drafts of processes that were killed, but none that is kept. To be asked by who holds the plan's lock. */
export async function removeOldDrafts(folder: PinnedFolder): Promise<void> {
  // A folder that may not be listed can be written all the same.
  const names = await readdir(folder.at()).catch(() => []);
  for (const name of names.filter(isDraft)) {
    const stats = await lstat(folder.at(name)).catch(() => undefined);
    if (stats && isAbandoned(stats)) {
      await removeDraft(folder, name);
    }
  }
}

/** @returns whether owner, group and permissions are now those of the other file */
async function giveRights(file: FileHandle, { uid, gid, mode }: Stats): Promise<boolean> {
  const own = await file.stat();
  if ((own.uid !== uid || own.gid !== gid) && !(await isAllowed(file.chown(uid, gid)))) {
    await isAllowed(file.chown(own.uid, gid));
  }
  const given = await file.stat();
  // Another group gets what everybody gets, and nobody runs the file as somebody else.
  const group = given.gid === gid ? 0o070 : (mode & 0o007) << 3;
  const special = given.uid === uid && given.gid === gid ? 0o7000 : 0;
  await isAllowed(file.chmod(mode & (special | 0o707 | group)));
  const now = await file.stat();
  return now.uid === uid && now.gid === gid && now.mode === mode;
}

/** @returns false where this user, or the file system, cannot do it */
async function isAllowed(change: Promise<void>): Promise<boolean> {
  try {
    await change;
    return true;
  } catch (error) {
    if (['EPERM', 'EINVAL', 'ENOSYS', 'ENOTSUP'].includes(detailOf(error))) {
      return false;
    }
    throw error;
  }
}

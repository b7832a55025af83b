import type { FileEdit } from '../store';
import type { HeldLock } from './fileLock';
import { notWritable, refused, type NotWritten } from './fileOutcome';
import type { PinnedFolder } from './pinnedFolder';

/**
 * Why an edit may not be written right now, asked just before a file takes its place: the lock is lost, or the folder
 * has become a link out of the workspace.
 */
export async function lastCheck(
  folder: PinnedFolder,
  edit: FileEdit,
  lock: HeldLock,
): Promise<NotWritten | undefined> {
  if (!(await lock.renew())) {
    return refused('lock-lost', edit);
  }
  return (await folder.isInside()) ? undefined : notWritable(edit, 'links-outside');
}

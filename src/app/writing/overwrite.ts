import { constants, type Stats } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';

/** What writing into a file takes of it. */
export type Writable = Pick<FileHandle, 'write' | 'truncate' | 'sync'>;

/** The old bytes could not be put back after writing had failed: the file holds neither these nor the new ones. */
export class HalfWritten extends Error {}

/**
 * Writes a file in place, for one that no other can replace: it has several names, or is mounted by itself. Not in one
 * step: only what differs is written, and the old bytes are put back when that fails; a process that is killed
 * meanwhile may leave a mixture, with its whole text in the kept draft beside it.
 * @param like of the file as it was read; another one is left alone
 * @returns false when there is another one
 * @throws HalfWritten, or an error of the file system, after which the file is as it was
 */
export async function overwrite(path: string, like: Stats, old: Buffer, bytes: Buffer): Promise<boolean> {
  const file = await open(path, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0));
  try {
    const { dev, ino } = await file.stat();
    const isIt = dev === like.dev && ino === like.ino;
    if (isIt) {
      await writeOver(file, old, bytes);
    }
    return isIt;
  } finally {
    await file.close();
  }
}

/**
 * Makes the old bytes of an open file the new ones.
 * @throws as {@link overwrite}
 */
export async function writeOver(file: Writable, old: Buffer, bytes: Buffer): Promise<void> {
  let start = 0;
  while (start < bytes.length && bytes[start] === old[start]) {
    start++;
  }
  try {
    await writeFrom(file, start, bytes);
  } catch (error) {
    try {
      await writeFrom(file, start, old);
    } catch {
      throw new HalfWritten();
    }
    throw error;
  }
}

async function writeFrom(file: Writable, start: number, bytes: Buffer): Promise<void> {
  for (let at = start; at < bytes.length;) {
    at += (await file.write(bytes, at, bytes.length - at, at)).bytesWritten;
  }
  await file.truncate(bytes.length);
  await file.sync();
}

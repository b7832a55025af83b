import { constants } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { detailOf, isMissing } from '../files/nodeFiles';

/** Blocks on no pipe and follows no link, should one have come into the place of the file meanwhile. */
const { O_WRONLY, O_CREAT, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
const FLAGS = O_WRONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK;

/**
 * Writes a text into a new file, or into a regular one in place of what it holds; not into links, devices and pipes.
 * @param path absolute
 * @returns why it was not written: the file system's word, or `not-a-file`; undefined when it was
 */
export async function writeDocument(path: string, text: string): Promise<string | undefined> {
  try {
    const found = await lstat(path).catch((error: unknown) => {
      if (!isMissing(error)) {
        throw error;
      }
    });
    if (found && !found.isFile()) {
      return 'not-a-file';
    }
    const file = await open(path, FLAGS);
    try {
      if (!(await file.stat()).isFile()) {
        return 'not-a-file';
      }
      await file.truncate();
      await file.writeFile(text);
    } finally {
      await file.close();
    }
  } catch (error) {
    return detailOf(error);
  }
  return undefined;
}

import { constants } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { detailOf, isMissing } from '../app/files/nodeFiles';
import { Failure } from './failure';

/** Blocks on no pipe and follows no link, should one have come into the place of the file meanwhile. */
const { O_WRONLY, O_CREAT, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
const FLAGS = O_WRONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK;

/**
 * Writes a text into a new file, or into a regular one in place of what it holds.
 * @throws Failure for links, devices and pipes, and where the file cannot be written
 */
export async function writeNewText(file: string, text: string): Promise<void> {
  const path = resolve(file);
  try {
    const found = await lstat(path).catch(ignoreMissing);
    if (found && !found.isFile()) {
      throw notWritable(file, 'not-a-file');
    }
    const handle = await open(path, FLAGS);
    try {
      if (!(await handle.stat()).isFile()) {
        throw notWritable(file, 'not-a-file');
      }
      await handle.truncate();
      await handle.writeFile(text);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof Failure) {
      throw error;
    }
    throw isMissing(error)
      ? new Failure({ code: 'cli.no-folder', args: [dirname(path)] })
      : notWritable(file, detailOf(error));
  }
}

function ignoreMissing(error: unknown): undefined {
  if (!isMissing(error)) {
    throw error;
  }
}

function notWritable(file: string, detail: string): Failure {
  return new Failure({ code: 'not-writable', args: [file, detail] });
}

import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { sep } from 'node:path';

/** What reading one file gave, and where nothing was read why: the file system's word, or one of ours. */
export type BoundedRead =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly detail: string };

/** How much of a file is read, and where it may lie. */
export interface Bounds {
  /** Larger files are not read: `oversized`. */
  readonly mostBytes: number;
  /** A folder that links must not lead out of: `links-outside`. Without one they are followed anywhere. */
  readonly within?: string;
}

/** Milliseconds until a disk that does not answer is given up. */
const PATIENCE_MS = 60_000;

/**
 * Reads a file that others may have made: what is no regular file is refused without waiting for it
 * (`not-a-file`, and `EISDIR` for a folder), and size and time are limited. Never throws.
 * @param path absolute
 */
export async function readBounded(path: string, bounds: Bounds): Promise<BoundedRead> {
  try {
    return await inTime(read(path, bounds), PATIENCE_MS);
  } catch (error) {
    return isMissing(error) ? { kind: 'missing' } : failed(detailOf(error));
  }
}

async function read(path: string, { mostBytes, within }: Bounds): Promise<BoundedRead> {
  const real = within === undefined ? path : await realpath(path);
  if (within !== undefined && !isInside(real, await realpath(within))) {
    return failed('links-outside');
  }
  // Opening a pipe would wait for somebody who writes to it. Windows has no such flag, and no such files.
  const file = await open(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = await file.stat();
    if (!stats.isFile()) {
      return failed(stats.isDirectory() ? 'EISDIR' : 'not-a-file');
    }
    if (stats.size > mostBytes) {
      return failed('oversized');
    }
    const bytes = Buffer.allocUnsafe(stats.size);
    let end = 0;
    for (let count = -1; count !== 0 && end < bytes.length; end += count) {
      count = (await file.read(bytes, end, bytes.length - end)).bytesRead;
    }
    return { kind: 'bytes', bytes: bytes.subarray(0, end) };
  } finally {
    await file.close();
  }
}

function failed(detail: string): BoundedRead {
  return { kind: 'failed', detail };
}

/** What is asked for, or a rejection with `timed-out` when it has not come by then. */
export async function inTime<T>(asked: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('timed-out')), milliseconds);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether a path is a folder or lies below it. Both absolute, with their links resolved. */
export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** Whether an error of the file system says that nothing is there. */
export function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'ELOOP'].includes(codeOf(error) ?? '');
}

/** Why something failed: the file system's word where it has one. */
export function detailOf(error: unknown): string {
  return codeOf(error) ?? (error instanceof Error ? error.message : String(error));
}

/** The file system's own word for an error, e.g. `ENOENT`. */
function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

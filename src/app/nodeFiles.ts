import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { FileSource, ListOutcome, ReadOutcome } from './ports';

/** Larger files are no plan; reading them would only fill the memory. */
const MAX_BYTES = 16 * 1024 * 1024;

/** Plan files from the local file system; a root's id is its absolute path. */
export const nodeFiles: FileSource = { list, read };

async function list(root: string, folder: string): Promise<ListOutcome> {
  try {
    const base = join(root, folder);
    if (!isInside(await realpath(base), await realpath(root))) {
      return { kind: 'failed', detail: 'it links to a place outside the workspace' };
    }
    const entries = await readdir(base, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter(entry => entry.isFile() || entry.isSymbolicLink())
      .map(entry => join(entry.parentPath, entry.name).slice(join(root, sep).length).split(sep).join('/'));
    return { kind: 'files', paths: paths.sort() };
  } catch (error) {
    return isMissing(error) ? { kind: 'missing' } : { kind: 'failed', detail: detailOf(error) };
  }
}

async function read(root: string, path: string): Promise<ReadOutcome> {
  try {
    const file = join(root, path);
    // Listing never descends into linked folders, so only the file itself can lead out of the root.
    const linked = (await lstat(file)).isSymbolicLink();
    const real = linked ? await realpath(file) : file;
    if (linked && !isInside(real, await realpath(root))) {
      return { kind: 'failed', detail: 'it links to a place outside the workspace' };
    }
    const stats = await stat(real);
    if (!stats.isFile()) {
      return { kind: 'missing' };
    }
    if (stats.size > MAX_BYTES) {
      return { kind: 'failed', detail: `it is larger than ${MAX_BYTES / 1024 / 1024} MB` };
    }
    return { kind: 'text', text: decode(await readFile(real)) };
  } catch (error) {
    return isMissing(error) ? { kind: 'missing' } : { kind: 'failed', detail: detailOf(error) };
  }
}

/** UTF-8, or UTF-16 by its byte order mark. The mark stays, as the first character of the text. */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes);
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return new TextDecoder('utf-16be', { ignoreBOM: true }).decode(bytes);
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** The file system's own word for an error, e.g. `ENOENT`. */
function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'ELOOP'].includes(codeOf(error) ?? '');
}

function detailOf(error: unknown): string {
  return codeOf(error) ?? (error instanceof Error ? error.message : String(error));
}

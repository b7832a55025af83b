import { constants, type Dirent } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { detailOf, isInside, isMissing, readBounded, type BoundedRead } from '../../git/boundedFile';
import type { FileSource, ListOutcome, ReadOutcome } from '../ports';

export { detailOf, isInside, isMissing };

/** Larger files are no plan; reading them would only fill the memory. */
const MAX_BYTES = 16 * 1024 * 1024;

/** Plan files from the local file system; a root's id is its absolute path. */
export const nodeFiles: FileSource = { list, read, stamp, isLinked };

/** Milliseconds after which a file that is written again gets another time on any file system. */
const SETTLED = 2_000;

async function list(root: string, folder: string): Promise<ListOutcome> {
  try {
    const base = join(root, folder);
    const [realBase, realRoot] = [await realpath(base), await realpath(root)];
    if (!isInside(realBase, realRoot)) {
      return { kind: 'failed', detail: 'links-outside' };
    }
    // Where case does not count in names, `plan` opens `Plan`, which git and the editor know by that name only.
    if (differInCase(realBase, join(realRoot, folder)) && !(await lstat(base)).isSymbolicLink()) {
      return { kind: 'missing' };
    }
    const found: Found = { paths: [], unreadable: [] };
    await walk(root, folder, await entriesOf(root, folder, found), found);
    return { kind: 'files', paths: found.paths.sort(), unreadable: found.unreadable };
  } catch (error) {
    return isMissing(error) ? { kind: 'missing' } : { kind: 'failed', detail: detailOf(error) };
  }
}

interface Found {
  readonly paths: string[];
  readonly unreadable: { path: string; detail: string }[];
}

/** Links to folders are told and not descended into. A folder that is gone meanwhile is empty. */
async function walk(root: string, folder: string, entries: readonly Dirent[], found: Found): Promise<void> {
  const below = entries.map(async entry => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isSymbolicLink() && (await leadsToFolder(join(root, path)))) {
      found.unreadable.push({ path, detail: 'linked-folder' });
    } else if (entry.isFile() || entry.isSymbolicLink()) {
      found.paths.push(path);
    } else if (entry.isDirectory()) {
      try {
        await walk(root, path, await entriesOf(root, path, found), found);
      } catch (error) {
        if (!isMissing(error)) {
          found.unreadable.push({ path, detail: detailOf(error) });
        }
      }
    } else {
      found.unreadable.push({ path, detail: 'not-a-file' });
    }
  });
  await Promise.all(below);
}

/** What a folder holds but for names that are no UTF-8: nothing can be opened by what they read as. */
async function entriesOf(root: string, folder: string, found: Found): Promise<readonly Dirent[]> {
  const path = join(root, folder);
  const entries = await readdir(path, { withFileTypes: true });
  if (!entries.some(({ name }) => name.includes('\ufffd'))) {
    return entries;
  }
  const names = (await readdir(path, 'buffer')).filter(bytes => !bytes.equals(Buffer.from(bytes.toString())));
  const unreadable = new Set(names.map(bytes => bytes.toString()));
  for (const entry of entries.filter(({ name }) => unreadable.has(name))) {
    const detail = entry.isDirectory() ? 'folder-name-not-utf8' : 'name-not-utf8';
    found.unreadable.push({ path: folder === '' ? entry.name : `${folder}/${entry.name}`, detail });
  }
  return entries.filter(({ name }) => !unreadable.has(name));
}

/** Reading tells what is wrong with a link that leads nowhere. */
function leadsToFolder(link: string): Promise<boolean> {
  return stat(link).then(
    stats => stats.isDirectory(),
    () => false,
  );
}

async function read(root: string, path: string): Promise<ReadOutcome> {
  try {
    // Listing never descends into linked folders, so only the file itself can lead out of the root.
    const linked = (await lstat(join(root, path))).isSymbolicLink();
    const bounds = { mostBytes: MAX_BYTES, ...(linked && { within: root }) };
    const found = outcomeOf(await readBounded(join(root, path), bounds));
    if (found.kind === 'missing' && linked) {
      return { kind: 'failed', detail: 'dangling-link' };
    }
    if (found.kind === 'failed' && found.detail === 'EISDIR') {
      return { kind: 'missing' };
    }
    return found.kind === 'failed' && found.detail === 'oversized'
      ? { kind: 'failed', detail: 'too-large' }
      : found;
  } catch (error) {
    return isMissing(error) ? { kind: 'missing' } : { kind: 'failed', detail: detailOf(error) };
  }
}

/** The text of a file of a root that belongs to no plan. No link is followed out of the root, on the way to it neither. */
export async function readWithin(root: string, path: string, mostBytes: number): Promise<ReadOutcome> {
  return outcomeOf(await readBounded(join(root, path), { mostBytes, within: root }));
}

function outcomeOf(found: BoundedRead): ReadOutcome {
  return found.kind === 'bytes' ? { kind: 'text', text: decode(found.bytes) } : found;
}

/** Of a file that lies in the root itself: a link says nothing about what it leads to. */
async function stamp(root: string, path: string): Promise<string | undefined> {
  try {
    const { size, mtimeMs, ctimeMs, ino, mode } = await lstat(join(root, path));
    const isFile = (mode & constants.S_IFMT) === constants.S_IFREG;
    return isFile && Date.now() - mtimeMs > SETTLED ? `${size} ${mtimeMs} ${ctimeMs} ${ino}` : undefined;
  } catch {
    // Reading tells why.
    return undefined;
  }
}

async function isLinked(root: string, folder: string, below: string): Promise<boolean> {
  try {
    const [real, realBelow] = [await realpath(join(root, folder)), await realpath(join(root, below))];
    return realBelow !== join(real, below.slice(folder.length));
  } catch {
    // What is not there leads nowhere.
    return false;
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

function differInCase(a: string, b: string): boolean {
  return a !== b && a.toLowerCase() === b.toLowerCase();
}

import { isAbsolute, relative, resolve, sep } from 'node:path';
import { checksum } from '../cache/cacheFolder';
import { decode } from '../files/nodeFiles';
import { readBounded } from '../../git/boundedFile';
import type { HeldLock } from './fileLock';
import type { NotWritten } from './fileOutcome';
import type { Journal, JournalFile } from './journal';
import { writeFile } from './writeFile';

/** Larger files are no plan. */
const MOST_BYTES = 16 * 1024 * 1024;

/** That an interrupted edit was completed. */
export interface Completed {
  readonly ok: true;
  /** Files that hold neither their old nor their new text, relative to the root; they are as they were. */
  readonly leftAlone: readonly string[];
}

/** A file that a journal names and that does not lie in the workspace. */
export interface Outside {
  readonly ok: false;
  readonly outside: string;
}

/**
 * Makes the rest of an edit that a process has begun and not ended: a file with the text of before gets the new one, one
 * with the new text is left, and so is one with another text. All files are looked at before one is written.
 * @param root real path of the workspace folder
 * @param lock of the plan
 */
export async function completeJournal(
  { root: itsRoot, files }: Journal,
  root: string,
  lock: HeldLock,
): Promise<Completed | Outside | NotWritten> {
  const open: { readonly entry: JournalFile; readonly file: string; readonly text: string }[] = [];
  const leftAlone: string[] = [];
  for (const entry of files) {
    const file = relative(root, resolve(itsRoot, entry.file)).split(sep).join('/');
    if (file === '' || isAbsolute(file) || file.split('/')[0] === '..') {
      return { ok: false, outside: entry.file };
    }
    const found = await readBounded(resolve(root, file), { mostBytes: MOST_BYTES, within: root });
    if (found.kind === 'failed' && found.detail === 'links-outside') {
      return { ok: false, outside: entry.file };
    }
    const sum = found.kind === 'bytes' ? checksum(found.bytes) : found.kind;
    if (sum === (entry.before ?? 'missing')) {
      open.push({ entry, file, text: found.kind === 'bytes' ? decode(found.bytes) : '' });
    } else if (sum !== entry.after) {
      leftAlone.push(file);
    }
  }
  for (const { entry, file, text } of open) {
    const isNew = entry.before === undefined ? { isNew: true as const } : {};
    const written = await writeFile(root, { file, text, edits: entry.edits, ...isNew }, lock);
    if (!written.ok && ['changed-meanwhile', 'file-exists'].includes(written.refusal.code)) {
      leftAlone.push(file);
    } else if (!written.ok) {
      const { code, args } = written.refusal;
      return code === 'not-writable' && args[1] === 'links-outside' ? { ok: false, outside: file } : written;
    }
  }
  return { ok: true, leftAlone };
}

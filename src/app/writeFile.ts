import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, chmod, open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Message } from '../core/message';
import type { RefusalMessages } from '../core/plan/change';
import { applyEdits } from '../core/plan/text';
import { takeLock } from './fileLock';
import { decode, detailOf } from './nodeFiles';
import type { PlannedEdit } from './store';

/**
 * Applies edits to a file on disk, byte for byte outside of them. The file is replaced in one step, so
 * that a reader, a crash or a full disk never meets half of it, and is left alone when it no longer holds
 * the text the edits were made for. Processes that write through here do so one after the other.
 * @returns why it was refused; undefined when it was written
 */
export async function writeEdit(edit: PlannedEdit): Promise<Message<RefusalMessages> | undefined> {
  try {
    const path = await realpath(join(edit.root, edit.file));
    const release = await takeLock(beside(path, 'lock'));
    if (!release) {
      return { code: 'not-writable', args: [edit.file, 'EBUSY'] };
    }
    try {
      await removeDrafts(path);
      return await replace(path, edit);
    } finally {
      await release();
    }
  } catch (error) {
    const detail = detailOf(error);
    return detail === 'ENOENT'
      ? { code: 'changed-meanwhile', args: [edit.file] }
      : { code: 'not-writable', args: [edit.file, detail] };
  }
}

async function replace(path: string, edit: PlannedEdit): Promise<Message<RefusalMessages> | undefined> {
  // Replacing a file takes no right to write it; whoever has made it read-only means it.
  await access(path, constants.W_OK);
  const bytes = await readFile(path);
  if (decode(bytes) !== edit.text) {
    return { code: 'changed-meanwhile', args: [edit.file] };
  }
  const written = encodeEdit(bytes, edit);
  if (!written) {
    return { code: 'not-writable', args: [edit.file, 'not-utf8'] };
  }
  const draft = beside(path, `${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeNew(draft, written);
    await chmod(draft, (await stat(path)).mode);
    if (bytes.equals(await readFile(path))) {
      await rename(draft, path);
      return undefined;
    }
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await rm(draft, { force: true });
  return { code: 'changed-meanwhile', args: [edit.file] };
}

async function writeNew(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Takes away what a process that was killed did not get to put in place. */
async function removeDrafts(path: string): Promise<void> {
  const start = basename(beside(path, ''));
  const isDraft = (name: string): boolean =>
    name.startsWith(start) && /^[0-9a-f]{12}\.tmp$/.test(name.slice(start.length));
  const names = (await readdir(dirname(path))).filter(isDraft);
  await Promise.all(names.map(name => rm(join(dirname(path), name), { force: true })));
}

/** A file next to another one that no format takes for a part of the plan. */
function beside(path: string, ending: string): string {
  return join(dirname(path), `.${basename(path)}.${ending}`);
}

/** The new bytes of a file; undefined when the edit touches text that has no way back to its bytes. */
function encodeEdit(bytes: Buffer, { text, edits }: PlannedEdit): Buffer | undefined {
  const encode = encoderOf(bytes);
  if (encode(text).equals(bytes)) {
    return encode(applyEdits(text, edits));
  }
  const parts: Buffer[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    const start = byteOffset(bytes, text, edit.start);
    const end = byteOffset(bytes, text, edit.end);
    if (start === undefined || end === undefined) {
      return undefined;
    }
    parts.push(bytes.subarray(at, start), Buffer.from(edit.text, 'utf8'));
    at = end;
  }
  return Buffer.concat([...parts, bytes.subarray(at)]);
}

/** Writes text as `decode` has read it: UTF-8, or UTF-16 where the byte order mark says so. */
function encoderOf(bytes: Buffer): (text: string) => Buffer {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return text => Buffer.from(text, 'utf16le');
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return text => Buffer.from(text, 'utf16le').swap16();
  }
  return text => Buffer.from(text, 'utf8');
}

/**
 * Where an offset of the text is in bytes that are not all valid UTF-8. Line feeds stand for themselves in
 * both, so lines can be matched; within its line, what precedes the offset must be valid.
 */
function byteOffset(bytes: Buffer, text: string, offset: number): number | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  let at = 0;
  for (let i = text.indexOf('\n'); i !== -1 && i < lineStart; i = text.indexOf('\n', i + 1)) {
    at = bytes.indexOf(0x0a, at) + 1;
  }
  const before = Buffer.from(text.slice(lineStart, offset), 'utf8');
  return bytes.subarray(at, at + before.length).equals(before) ? at + before.length : undefined;
}

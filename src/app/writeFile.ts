import { randomBytes } from 'node:crypto';
import { chmod, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Message } from '../core/message';
import type { RefusalMessages } from '../core/plan/change';
import { applyEdits } from '../core/plan/text';
import { decode } from './nodeFiles';
import type { PlannedEdit } from './store';

/**
 * Applies edits to a file on disk, byte for byte outside of them. The file is replaced in one step, so
 * that a reader, a crash or a full disk never meets half of it, and is left alone when it no longer holds
 * the text the edits were made for.
 * @returns why it was refused; undefined when it was written
 */
export async function writeEdit(edit: PlannedEdit): Promise<Message<RefusalMessages> | undefined> {
  const path = await realpath(join(edit.root, edit.file)).catch(() => undefined);
  if (path === undefined) {
    return { code: 'changed-meanwhile', args: [edit.file] };
  }
  const draft = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const bytes = await readFile(path);
    if (decode(bytes) !== edit.text) {
      return { code: 'changed-meanwhile', args: [edit.file] };
    }
    const written = encodeEdit(bytes, edit);
    if (!written) {
      return { code: 'not-writable', args: [edit.file, 'the line to change is not UTF-8'] };
    }
    const file = await open(draft, 'wx');
    try {
      await file.writeFile(written);
      await file.sync();
    } finally {
      await file.close();
    }
    await chmod(draft, (await stat(path)).mode);
    if (!bytes.equals(await readFile(path))) {
      await rm(draft, { force: true });
      return { code: 'changed-meanwhile', args: [edit.file] };
    }
    await rename(draft, path);
    return undefined;
  } catch (error) {
    await rm(draft, { force: true });
    return {
      code: 'not-writable',
      args: [edit.file, error instanceof Error ? error.message : String(error)],
    };
  }
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

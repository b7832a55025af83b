import { applyEdits } from '../../core/base/text';
import type { FileEdit } from '../store';

/**
 * The new bytes of a file, the same as before outside of an edit.
 * @returns undefined when the edit touches text that has no way back to its bytes
 */
export function encodeEdit(
  bytes: Buffer,
  { text, edits }: Pick<FileEdit, 'text' | 'edits'>,
): Buffer | undefined {
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

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
  const bytes = await readFile(path);
  if (decode(bytes) !== edit.text) {
    return { code: 'changed-meanwhile', args: [edit.file] };
  }
  const written = encodeEdit(bytes, edit);
  if (!written) {
    return { code: 'not-writable', args: [edit.file, 'it is not UTF-8'] };
  }
  const draft = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
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

/**
 * The new bytes of a file. Text that is not valid UTF-8 has no way back from its decoded form, so its
 * edits are carried over only when everything before the last one is sound.
 */
function encodeEdit(bytes: Buffer, edit: PlannedEdit): Buffer | undefined {
  if (Buffer.from(edit.text, 'utf8').equals(bytes)) {
    return Buffer.from(applyEdits(edit.text, edit.edits), 'utf8');
  }
  const end = Math.max(0, ...edit.edits.map(({ end }) => end));
  const head = Buffer.from(edit.text.slice(0, end), 'utf8');
  if (!bytes.subarray(0, head.length).equals(head)) {
    return undefined;
  }
  return Buffer.concat([
    Buffer.from(applyEdits(edit.text.slice(0, end), edit.edits), 'utf8'),
    bytes.subarray(head.length),
  ]);
}

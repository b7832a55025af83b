import assert from 'node:assert/strict';
import type { FileEdit, PlannedEdit } from '../../src/app/store';
import type { FileOutcome } from '../../src/app/writing/fileOutcome';
import { writeEdit, type WriteOutcome } from '../../src/app/writing/writeEdit';

/** An edit of one file. */
export type OneFileEdit = Pick<PlannedEdit, 'root' | 'plan'> & FileEdit;

/** Writes an edit of one file, where no other has been interrupted. */
export async function writeOne({ root, plan, ...file }: OneFileEdit): Promise<FileOutcome> {
  const outcome = await writeWhole({ root, plan, files: [file] });
  if (!outcome.ok) return outcome;
  const [{ file: name, ...written } = assert.fail('nothing was written')] = outcome.written;
  assert.equal(name, file.file);
  return { ok: true, ...written };
}

/** Writes an edit, where no other has been interrupted. */
export function writeWhole(edit: PlannedEdit): Promise<WriteOutcome> {
  return writeEdit(edit, async () => assert.fail('an interrupted edit was completed'));
}

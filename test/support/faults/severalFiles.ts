/**
 * Bundled and run by the test of interrupted edits, in the folder of a plan: changes two of its files and makes one, by
 * one edit.
 */
import { readFileSync } from 'node:fs';
import type { FileEdit } from '../../../src/app/store';
import { writeEdit } from '../../../src/app/writing/writeEdit';

const files = process.argv.slice(2).map(file => {
  const text = readFileSync(file, 'utf8');
  return { file, text, edits: [{ start: 0, end: 3, text: 'new' }] };
});
const made = { start: 0, end: 0, text: 'new\n' };
const fresh: FileEdit = { file: 'plan/risks/new.md', isNew: true, text: '', edits: [made] };
const edit = { root: process.cwd(), plan: 'plan', files: [...files, fresh] };

void writeEdit(edit, async () => ({ ok: true, edit })).then(outcome => {
  process.exitCode = outcome.ok ? 0 : 2;
});

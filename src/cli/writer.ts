import { writeEdit } from '../app/writing/writeFile';
import { editPreview } from '../present/tables/editPreview';
import { say } from '../words/say';
import type { Changed } from '../verbs/set';
import type { Writer } from '../verbs/verb';
import { warn } from './warn';

/** Writes edits to the disk, or none of them in a dry run. */
export function diskWriter(dryRun: boolean): Writer {
  return async plan => {
    const outcome = await plan();
    if (!outcome.ok) {
      return { ok: false, problem: outcome.refusal };
    }
    const { edit } = outcome;
    if (dryRun || edit.edits.length === 0) {
      return { ok: true, value: { edit, rightsKept: true } };
    }
    const written = await writeEdit(edit);
    return written.ok
      ? { ok: true, value: { edit, rightsKept: written.rightsKept, unsynced: written.unsynced } }
      : { ok: false, problem: written.refusal };
  };
}

/** The file and the lines that an edit changes; what else is different by now goes to standard error. */
export function writtenLines({ edit, rightsKept, unsynced, item }: Changed, dryRun: boolean): string[] {
  const { file, text, edits } = edit;
  if (edits.length === 0) {
    return [say({ code: 'cli.unchanged', args: [item.id] })];
  }
  if (!rightsKept) {
    warn({ code: 'cli.rights-changed', args: [file] });
  }
  if (unsynced !== undefined) {
    warn({ code: 'cli.not-synced', args: [file, unsynced] });
  }
  return [...editPreview(file, text, edits), ...(dryRun ? [say({ code: 'cli.dry-run', args: [] })] : [])];
}

import type { Store } from '../app/store';
import { writeEdit } from '../app/writing/writeEdit';
import type { Item } from '../core/plan/model';
import { editPreview } from '../present/tables/editPreview';
import { say } from '../words/say';
import type { Changed } from '../verbs/set';
import type { Writing, Written } from '../verbs/verb';
import { warn } from './warn';

/** What verbs that write need: they write to the disk, or nowhere in a dry run. */
export function writingTo(store: Store, dryRun: boolean): Writing {
  return {
    store,
    async write(plan) {
      const first = await plan();
      if (!first.ok) {
        return { ok: false, problem: first.refusal };
      }
      if (dryRun) {
        return { ok: true, value: { edit: first.edit, written: [] } };
      }
      let { edit } = first;
      const outcome = await writeEdit(edit, async ({ leftAlone }) => {
        if (leftAlone.length > 0) {
          warn({ code: 'not-completed', args: [leftAlone.join(', ')] });
        }
        await store.refresh();
        const again = await plan();
        edit = again.ok ? again.edit : edit;
        return again;
      });
      return outcome.ok
        ? { ok: true, value: { edit, written: outcome.written } }
        : { ok: false, problem: outcome.refusal };
    },
  };
}

/** The files and lines that edits change; what else is different by now goes to standard error. */
export function writtenLines(all: readonly Changed[], dryRun: boolean): readonly string[] {
  const lines = all.flatMap(one => (one.edit.files.length > 0 ? editLines(one) : unchanged(one.items)));
  const isDry = dryRun && all.some(({ edit }) => edit.files.length > 0);
  return [...lines, ...(isDry ? [say({ code: 'cli.dry-run', args: [] })] : [])];
}

/** The files and lines that one edit changes; what else is different by now goes to standard error. */
export function editLines({ edit, written }: Written): readonly string[] {
  for (const { file, rightsKept, unsynced } of written) {
    if (!rightsKept) {
      warn({ code: 'cli.rights-changed', args: [file] });
    }
    if (unsynced !== undefined) {
      warn({ code: 'cli.not-synced', args: [file, unsynced] });
    }
  }
  return edit.files.flatMap(({ file, text, edits }) => editPreview(file, text, edits));
}

function unchanged(items: readonly Item[]): readonly string[] {
  return items.map(({ id }) => say({ code: 'cli.unchanged', args: [id] }));
}

import type { EditOutcome, PlannedEdit } from '../../app/store';
import type { Writer, Writing } from '../../verbs/verb';
import { Refused } from '../commands/command';
import type { Loaded } from '../session';
import { applyEdit } from './applyEdit';
import { holdPlan } from './holdPlan';
import { writeNew } from './writeNew';

/** What verbs that write need, in this window. */
export function writingIn(loaded: Loaded): Writing {
  return { store: loaded.store, write: editorWriter(loaded) };
}

/**
 * Makes edits through the editor's documents, while no other window and no command line writes to the plan.
 * @throws Refused for what only an editor refuses
 */
function editorWriter(loaded: Loaded): Writer {
  return async plan => {
    const first = await plan();
    if (!first.ok) {
      return { ok: false, problem: first.refusal };
    }
    // What was waited for has changed the text, and taken ids.
    const edit = await holdPlan(loaded, first.edit, async () => {
      const now = await planned(plan);
      return now.isNew ? create(loaded, now) : applyEdit(loaded, now, () => planned(plan));
    });
    return { ok: true, value: { edit, rightsKept: true } };
  };
}

async function create(loaded: Loaded, edit: PlannedEdit): Promise<PlannedEdit> {
  await writeNew(loaded, edit.root, edit.file, edit.edits.map(({ text }) => text).join(''));
  return edit;
}

async function planned(plan: () => Promise<EditOutcome>): Promise<PlannedEdit> {
  const outcome = await plan();
  if (!outcome.ok) {
    throw new Refused(outcome.refusal);
  }
  return outcome.edit;
}

import { noTaskPlace } from '../../core/formats/noTaskPlace';
import type { CommitRef } from '../../core/plan/change';
import type { Plan } from '../../core/plan/model';
import { writingOf } from '../files/formats';
import type { StoreOptions } from '../ports';
import type { EditOutcome } from '../store';

/** The edit that says in the project file of a plan that commits need no task. A missing file is made. */
export async function noTaskEdit(
  plan: Plan | undefined,
  uid: string,
  commits: readonly CommitRef[],
  { files }: Pick<StoreOptions, 'files'>,
): Promise<EditOutcome> {
  if (!plan) {
    return { ok: false, refusal: { code: 'no-such-item', args: [uid] } };
  }
  const path = noTaskPlace(plan);
  const writing = path === undefined ? undefined : (await writingOf(plan, path)).writing;
  if (path === undefined || !writing?.noTask) {
    return { ok: false, refusal: { code: 'no-task-needs-overlay', args: [plan.format] } };
  }
  const read = await files.read(plan.root, path);
  if (read.kind !== 'text' && read.kind !== 'missing') {
    return { ok: false, refusal: { code: 'not-writable', args: [path, read.detail] } };
  }
  const text = read.kind === 'text' ? read.text : '';
  const result = writing.noTask(text, commits);
  if (!result.ok) {
    return result;
  }
  const file = {
    file: path,
    text,
    edits: result.edits,
    ...(read.kind === 'missing' && { isNew: true as const }),
  };
  return {
    ok: true,
    edit: { root: plan.root, plan: plan.folder, files: result.edits.length > 0 ? [file] : [] },
  };
}

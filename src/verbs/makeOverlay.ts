import { newFile } from '../app/writing/newItem';
import type { FormatId } from '../core/plan/model';
import { ownFolder } from '../core/plan/ownFolder';
import type { Outcome, Writing, Written } from './verb';

/** Where an overlay is looked for without a setting. */
const FOLDER = 'plan';

/**
 * Makes an overlay for a plan in another format, which then holds what that format cannot: an almost empty file. It fails
 * where there is no such plan without an overlay, and where another plan or file is in its place.
 */
export async function makeOverlay({ store, write }: Writing, format: FormatId): Promise<Outcome<Written>> {
  const plan = store.snapshot.plans
    .map(facts => facts.plan)
    .find(one => one.format === format && ownFolder(one) === undefined);
  if (!plan) {
    return { ok: false, problem: { code: 'no-such-plan', args: [format, ''] } };
  }
  const { root, folder } = plan;
  if (store.snapshot.plans.some(one => one.plan.root === root && one.plan.folder === FOLDER)) {
    return { ok: false, problem: { code: 'overlay-place-taken', args: [FOLDER] } };
  }
  // Only the folder tells two plans of one format apart.
  const isAlone =
    store.snapshot.plans.filter(one => one.plan.root === root && one.plan.format === format).length < 2;
  const text = `---\nfor: ${isAlone ? format : folder}\n---\n`;
  return write(async () => ({
    ok: true,
    edit: { root, plan: folder, files: [newFile(`${FOLDER}/project.md`, text)] },
  }));
}

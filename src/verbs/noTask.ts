import type { CommitRef } from '../core/plan/change';
import type { Outcome, Writing, Written } from './verb';

/** Says in the project file of a plan (`Plan.uid`) that commits, by hash, need no task. */
export async function noTask(
  { store, write }: Writing,
  { plan, commits: revisions }: { readonly plan: string; readonly commits: readonly string[] },
): Promise<Outcome<Written>> {
  const commits: CommitRef[] = [];
  for (const revision of revisions) {
    const outcome = await store.commitRef(plan, revision);
    if (!outcome.ok) {
      return outcome;
    }
    commits.push(outcome.value);
  }
  return write(() => store.planNoTask(plan, commits));
}

import type { Commit } from '../core/evidence/graph/history';
import type { Outcome, Reading } from './verb';

/** What became of a branch. */
export interface Merged {
  readonly merged: boolean;
  /** The commits that make its change, newest first; none where it was merged as it is. */
  readonly commits: readonly string[];
  /** The newest of them, as far as the history has it. */
  readonly newest?: Commit | undefined;
  /** Name of the default branch, '' where there is none. */
  readonly base: string;
}

/** Compares the changes of a branch with those of the default branch, which finds squash and rebase merges. */
export async function merged(
  { store }: Reading,
  { plan, branch }: { readonly plan: string; readonly branch: string },
): Promise<Outcome<Merged>> {
  const outcome = await store.checkMerged(plan, branch);
  if (!outcome.ok) {
    return outcome;
  }
  const { plans, repos } = store.snapshot;
  const top = plans.find(facts => facts.plan.uid === plan)?.repo;
  const history = repos.find(repo => repo.top === top)?.history;
  const newest = history?.commits.get(outcome.value.commits[0] ?? '');
  return { ok: true, value: { ...outcome.value, newest, base: history?.defaultBranch?.name ?? '' } };
}

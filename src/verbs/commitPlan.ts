import type { PlanCommit, PlanCommitWish, Uncommitted } from '../app/store';
import type { Outcome, Reading } from './verb';

/** Plan files of one repository that differ from HEAD. */
export interface UncommittedPlans extends Uncommitted {
  /** `Repo.top`. */
  readonly repo: string;
}

/** What became of the commit in one repository. */
export interface CommittedPlans {
  readonly repo: string;
  readonly commit: PlanCommit;
}

/** Which plan files differ from HEAD, by repository; those without a difference are left out. */
export async function uncommittedPlans({ store }: Reading): Promise<Outcome<readonly UncommittedPlans[]>> {
  const { repos, withoutGit } = store.snapshot;
  const found: UncommittedPlans[] = [];
  for (const { top } of repos) {
    const outcome = await store.uncommitted(top);
    if (!outcome.ok) {
      return outcome;
    }
    if (outcome.value.files.length > 0 || outcome.value.unfinished) {
      found.push({ repo: top, ...outcome.value });
    }
  }
  return repos.length === 0 && withoutGit ? { ok: false, problem: withoutGit } : { ok: true, value: found };
}

/** Commits the plan files that differ from HEAD, and nothing else, in each repository of the workspace. */
export async function commitPlan(
  reading: Reading,
  wish: PlanCommitWish,
): Promise<Outcome<readonly CommittedPlans[]>> {
  const found = await uncommittedPlans(reading);
  if (!found.ok) {
    return found;
  }
  const done: CommittedPlans[] = [];
  for (const { repo } of found.value) {
    const outcome = await reading.store.commitPlans(repo, wish);
    if (!outcome.ok) {
      return outcome;
    }
    done.push({ repo, commit: outcome.value });
  }
  return { ok: true, value: done };
}

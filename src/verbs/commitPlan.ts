import type { PlanCommit, PlanCommitWish, Uncommitted } from '../app/store';
import type { Outcome, Reading } from './verb';

/** Plan files of one repository that differ from HEAD. */
export interface UncommittedPlans extends Uncommitted {
  /** `Repo.top`. */
  readonly repo: string;
  /** The branch that is checked out, if one is. */
  readonly branch?: string;
  /** The default branch, from which another one can begin. */
  readonly base?: string;
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
  for (const { top, history } of repos) {
    const outcome = await store.uncommitted(top);
    if (!outcome.ok) {
      return outcome;
    }
    if (outcome.value.files.length > 0 || outcome.value.unfinished) {
      const { head, defaultBranch } = history ?? {};
      found.push({
        repo: top,
        ...(head?.branch !== undefined && { branch: head.branch }),
        ...(defaultBranch && { base: defaultBranch.name }),
        ...outcome.value,
      });
    }
  }
  return repos.length === 0 && withoutGit ? { ok: false, problem: withoutGit } : { ok: true, value: found };
}

/** The files of all plans: `root` is the id of the workspace root that `path` is relative to. */
export function planFiles({ store }: Reading): readonly { readonly root: string; readonly path: string }[] {
  return store.snapshot.plans.flatMap(({ plan: { root, files } }) => files.map(path => ({ root, path })));
}

/** Commits the plan files that differ from HEAD, and nothing else, in one repository of the workspace or in each. */
export async function commitPlan(
  reading: Reading,
  { repo: only, ...wish }: PlanCommitWish & { readonly repo?: string },
): Promise<Outcome<readonly CommittedPlans[]>> {
  const found = await uncommittedPlans(reading);
  if (!found.ok) {
    return found;
  }
  const done: CommittedPlans[] = [];
  for (const { repo } of found.value.filter(one => only === undefined || one.repo === only)) {
    const outcome = await reading.store.commitPlans(repo, wish);
    if (!outcome.ok) {
      return outcome;
    }
    done.push({ repo, commit: outcome.value });
  }
  return { ok: true, value: done };
}

import type { PlanCommit, PlanCommitWish, Uncommitted } from '../app/store';
import type { Outcome, Reading, VerbProblem } from './verb';

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

/**
 * Which plan files differ from HEAD, by repository; those without a difference are left out.
 * @param only the repository (`Repo.top`) that is meant; all of them without it
 */
export async function uncommittedPlans(
  { store }: Reading,
  only?: string,
): Promise<Outcome<readonly UncommittedPlans[]>> {
  const { repos, withoutGit } = store.snapshot;
  const found: UncommittedPlans[] = [];
  for (const { top, history } of repos.filter(repo => only === undefined || repo.top === only)) {
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
  return repos.length === 0 && withoutGit
    ? { ok: false, problem: nowhere(withoutGit) }
    : { ok: true, value: found };
}

/** The repositories (`Repo.top`) that plans can be committed in: all of them, or the one that is meant. */
export function committable({ store }: Reading, only?: string): readonly string[] {
  return store.snapshot.repos.map(({ top }) => top).filter(top => only === undefined || top === only);
}

/** What is missing for a commit, where other commands would say that no commits are shown. */
function nowhere(problem: VerbProblem): VerbProblem {
  return problem.code === 'git-not-repository' ? { code: 'git-nowhere-to-commit', args: [] } : problem;
}

/**
 * The files of the plans in a repository (`Repo.top`): `root` is the id of the workspace root that `path` is relative
 * to.
 */
export function planFiles(
  { store }: Reading,
  repo: string,
): readonly { readonly root: string; readonly path: string }[] {
  return store.snapshot.plans
    .filter(facts => facts.repo === repo)
    .flatMap(({ plan: { root, files } }) => files.map(path => ({ root, path })));
}

/** Commits the plan files that differ from HEAD, and nothing else, in one repository of the workspace or in each. */
export async function commitPlan(
  reading: Reading,
  { repo: only, ...wish }: PlanCommitWish & { readonly repo?: string },
): Promise<Outcome<readonly CommittedPlans[]>> {
  const found = await uncommittedPlans(reading, only);
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

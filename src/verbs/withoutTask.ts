import { noTaskPlace } from '../core/formats/noTaskPlace';
import type { Outcome, Reading } from './verb';
import { findPlan } from './findPlan';

/** A plan, and a range of commits: what is checked out, compared with the default branch, where none is given. */
export interface RangeOfPlan {
  /** `Plan.uid`. */
  readonly plan: string;
  readonly base?: string | undefined;
  readonly head?: string | undefined;
}

/** Commits without a task. */
export interface WithoutTask {
  /** `Repo.top`. */
  readonly repo: string;
  /** Whole hashes, newest first. */
  readonly commits: readonly string[];
  /** Whether the plan has a place that says that a commit needs no task. */
  readonly canExcuse: boolean;
}

/**
 * The commits of a range that could have a task and have none. Where the default branch is checked out and no range is
 * given, those of the whole branch.
 */
export async function withoutTask(
  { store }: Reading,
  { plan, base, head }: RangeOfPlan,
): Promise<Outcome<WithoutTask>> {
  const { facts, repo } = findPlan(store.snapshot, plan) ?? {};
  if (!facts || !repo?.history) {
    const problem = repo?.problem ?? store.snapshot.withoutGit;
    return { ok: false, problem: problem ?? { code: 'git-not-repository', args: [] } };
  }
  const found = { repo: repo.top, canExcuse: noTaskPlace(facts.plan) !== undefined };
  const { head: here, defaultBranch } = repo.history;
  if (base === undefined && head === undefined && here.branch === defaultBranch?.name) {
    return { ok: true, value: { ...found, commits: repo.withoutTask } };
  }
  const range = { ...(base !== undefined && { base }), ...(head !== undefined && { head }) };
  const outcome = await store.review(plan, range);
  return outcome.ok ? { ok: true, value: { ...found, commits: outcome.value.withoutTask } } : outcome;
}

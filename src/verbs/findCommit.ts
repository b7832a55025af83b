import type { Commit, History } from '../core/evidence/graph/history';
import type { Snapshot } from '../core/snapshot';

/** A commit of the history, in a repository that holds a plan. */
export interface FoundCommit {
  /** `Plan.uid` of the first plan there. */
  readonly plan: string;
  /** `Repo.top`. */
  readonly repo: string;
  /** The whole hash. */
  readonly hash: string;
}

/** At least seven digits of a hash. */
const HASH = /^[0-9a-f]{7,40}$/;

/** The commit of a repository by its whole hash; undefined when the history does not have it. */
export function findCommit({ repos }: Snapshot, repo: string, hash: string): Commit | undefined {
  return repos.find(({ top }) => top === repo)?.history?.commits.get(hash);
}

/** The first commit that one of some hashes names, which may be cut short; undefined when none does. */
export function commitNamed({ plans, repos }: Snapshot, hashes: readonly string[]): FoundCommit | undefined {
  for (const prefix of hashes.filter(text => HASH.test(text))) {
    for (const { top, history } of repos) {
      const plan = plans.find(({ repo }) => repo === top)?.plan.uid;
      const hash = history && fullHash(history, prefix);
      if (plan !== undefined && hash !== undefined) {
        return { plan, repo: top, hash };
      }
    }
  }
  return undefined;
}

function fullHash({ commits }: History, prefix: string): string | undefined {
  return commits.has(prefix) ? prefix : [...commits.keys()].find(hash => hash.startsWith(prefix));
}

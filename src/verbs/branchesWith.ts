import { branchesWith } from '../core/evidence/graph/branchesWith';
import type { Branch, History } from '../core/evidence/graph/history';
import type { Reading } from './verb';

/** A branch that can be reviewed. */
export interface ReviewableBranch {
  /** As a revision: `feature/x`, or `origin/feature/x` where only that is there. */
  readonly name: string;
  /** A local branch that is checked out. */
  readonly checkedOut: boolean;
  readonly isDefault: boolean;
}

/** Branches for the review of a commit. */
export interface ReviewableBranches {
  /** The checked-out one first, then the one that ends last. */
  readonly branches: readonly ReviewableBranch[];
  /** Whether they contain the commit. Else no branch does, and they are all that there are. */
  readonly contain: boolean;
  /** The commit and its first parent, where the history has both. */
  readonly alone?: { readonly base: string; readonly head: string };
}

/**
 * The branches that contain a commit, as the history that has been read tells. The local and the remote-tracking branch
 * of one name are one.
 * @param repo `Repo.top`; the first repository without it
 * @param hash whole where the history knows the commit
 */
export function reviewableBranches(
  { store: { snapshot } }: Reading,
  { repo, hash }: { readonly repo?: string; readonly hash: string },
): ReviewableBranches {
  const history = snapshot.repos.find(({ top }) => top === (repo ?? top))?.history;
  if (!history) {
    return { branches: [], contain: false };
  }
  const found = branchesWith(history, hash);
  const contain = found.length > 0;
  const [parent] = history.commits.get(hash)?.parents ?? [];
  return {
    branches: once(contain ? found : newestFirst(history), history),
    contain,
    ...(parent !== undefined && { alone: { base: parent, head: hash } }),
  };
}

function newestFirst({ branches, commits }: History): readonly Branch[] {
  const time = ({ tip }: Branch): number => commits.get(tip)?.commitTime ?? 0;
  return [...branches].sort((a, b) => time(b) - time(a));
}

function once(branches: readonly Branch[], { head, defaultBranch }: History): readonly ReviewableBranch[] {
  const local = new Set(branches.filter(({ remote }) => remote === undefined).map(({ name }) => name));
  const own = branches.filter(({ name, remote }) => remote === undefined || !local.has(name));
  return own
    .filter(({ name }, at) => own.findIndex(one => one.name === name) === at)
    .map(({ name, remote }) => ({
      name: remote === undefined ? name : `${remote}/${name}`,
      checkedOut: remote === undefined && head.branch === name,
      isDefault: name === defaultBranch?.name,
    }))
    .sort((a, b) => Number(b.checkedOut) - Number(a.checkedOut));
}

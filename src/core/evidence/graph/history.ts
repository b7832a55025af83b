/** A commit as the evidence rules need it. */
export interface Commit {
  readonly hash: string;
  readonly parents: readonly string[];
  /** Through `.mailmap`. */
  readonly author: string;
  readonly email: string;
  /** Seconds since 1970. */
  readonly authorTime: number;
  readonly commitTime: number;
  /** The whole message, subject first. */
  readonly message: string;
  /** Against the first parent. */
  readonly files: readonly FileChange[];
}

/** A file that a commit changed. */
export interface FileChange {
  /** Relative to the top of the repository, with `/`. */
  readonly path: string;
  /** git's letter: A, M, D, T … */
  readonly status: string;
  /** Blob ids before and after; all zeros where there is none, '' where the name says that it is no plan file. */
  readonly before: string;
  readonly after: string;
}

/** A branch and its last commit. */
export interface Branch {
  /** Short name without remote: `feature/app-31`. */
  readonly name: string;
  /** `refs/heads/…` or `refs/remotes/<remote>/…`. */
  readonly ref: string;
  readonly tip: string;
  readonly remote?: string;
  /** The upstream was deleted (`%(upstream:track)` says gone). */
  readonly upstreamGone: boolean;
}

/**
 * Why the default branch is not the obvious one: none could be found; it was taken from a remote called `upstream`; or
 * several could be it, and no remote names its default branch.
 */
export type MainLineDoubt = 'unknown' | 'upstream' | 'guessed';

/** What is checked out. */
export type Head =
  | { readonly kind: 'branch'; readonly branch: string; readonly hash: string }
  /** `branch` is set while a rebase of that branch is under way. */
  | { readonly kind: 'detached'; readonly hash: string; readonly branch?: string }
  /** No commits yet. */
  | { readonly kind: 'unborn'; readonly branch: string };

/** What was read from one repository at one moment. Immutable. */
export interface History {
  readonly head: Head;
  readonly branches: readonly Branch[];
  /** The freshest ref of the default branch; undefined when none could be found. */
  readonly defaultBranch?: Branch;
  /** Undefined where nobody would expect another default branch, and where the plan names it. */
  readonly mainLineDoubt?: MainLineDoubt;
  /** By hash, in the order of `git log` (children before parents). */
  readonly commits: ReadonlyMap<string, Commit>;
  /** The history ends early (shallow clone): absence of evidence says nothing. */
  readonly shallow: boolean;
  /** Which files some of the commits changed could not be told: the clone lacks trees. */
  readonly withoutFiles?: true;
  /**
   * By hash: the checklist lines of plan files, without their boxes, that a commit wrote, changed or removed.
   * Only for commits that were looked into.
   */
  readonly lineChanges?: ReadonlyMap<string, readonly string[]>;
  /** Seconds since 1970 of the last fetch; undefined when there was none. */
  readonly fetched?: number;
  /** Full names of local and remote-tracking heads whose commit git does not have; they are left out. */
  readonly brokenRefs?: readonly string[];
  /**
   * Commits that hand-made links name and that no branch holds any more, by the hash as the link has it:
   * those that were looked for, undefined where git does not have them.
   */
  readonly gone?: ReadonlyMap<string, GoneCommit | undefined>;
  /**
   * Branches that were asked about and found to be merged by a squash or a rebase: the commits that make their
   * change, newest first, by the tip of the branch.
   */
  readonly squashed?: ReadonlyMap<string, readonly string[]>;
}

/** A commit that a rebase, an amendment or a deleted branch has left behind. */
export interface GoneCommit {
  readonly commit: Commit;
  /** Commits of the history that make the same change: equal patch ids. */
  readonly copies: readonly string[];
}

/** Whether a plan's name of a branch, `main` or `upstream/main`, is that of this one. */
export function isBranchNamed({ name, remote }: Branch, wanted: string): boolean {
  return name === wanted || (remote !== undefined && `${remote}/${name}` === wanted);
}

/** True when another branch than the default one, or a commit off it, is checked out. */
export function isOffDefault({ head, defaultBranch }: Pick<History, 'head' | 'defaultBranch'>): boolean {
  if (!defaultBranch || head.kind === 'unborn') {
    return false;
  }
  return head.kind === 'branch' ? head.branch !== defaultBranch.name : head.hash !== defaultBranch.tip;
}

/** First line of a message. */
export function subjectOf(commit: Pick<Commit, 'message'>): string {
  const end = commit.message.indexOf('\n');
  return end === -1 ? commit.message : commit.message.slice(0, end).trimEnd();
}

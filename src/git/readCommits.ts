import type { Commit } from '../core/evidence/graph/history';
import { childrenFirst, keepReachable } from './commitGraph';
import { isGitFailure, unreadableAnswer } from './gitFailure';
import { inFrontOf } from './grownCommits';
import { LOG_ARGS, LOG_ARGS_WITHOUT_FILES, LogParser } from './logParser';
import { wholeOrPart } from './partialClone';
import { runGit, type GitProgram } from './spawnGit';

type Commits = ReadonlyMap<string, Commit>;

/** Failures that reading from scratch may be free of. */
const MAY_BE_OLD: readonly string[] = ['git-failed', 'git-damaged'];

/** Which commits are to be read, and what is known of them already. */
export interface CommitsWanted {
  /** Full hashes: everything reachable from them is wanted. */
  readonly tips: ReadonlySet<string>;
  /** Commits at which a shallow clone was cut. Their changes cannot be told, so they get no files. */
  readonly boundary: ReadonlySet<string>;
  /** What was read before, and from which tips: only the rest is read. */
  readonly known: { readonly commits: Commits; readonly tips: ReadonlySet<string> };
  /** New commits take their places by time, as in one log of all; else they stand in front. */
  readonly byTime?: boolean;
}

/** Commits as git tells them. */
export interface CommitsRead {
  readonly commits: Commits;
  /** Which files the new commits changed could not be told, because the clone lacks trees. */
  readonly withoutFiles: boolean;
}

/**
 * The commits reachable from the tips, by one process, or none when none is new: the known map itself when
 * nothing changed. A clone that lacks trees takes a second process, and its commits have no files.
 */
export async function readCommits(
  program: GitProgram,
  wanted: CommitsWanted,
  signal?: AbortSignal,
): Promise<CommitsRead> {
  const { tips, boundary, known, byTime } = wanted;
  const newTips = [...tips].filter(tip => !known.commits.has(tip));
  const excluded = known.commits.size > 0 ? [...known.tips] : [];
  let fresh: Arrivals | undefined;
  if (newTips.length > 0) {
    try {
      const revisions = [...newTips, ...excluded.map(tip => `^${tip}`)];
      fresh = await readLog(program, revisions, () => new Arrivals(newTips, known.commits, boundary), signal);
    } catch (error) {
      // An old tip may have been collected as garbage since; then everything is read anew.
      if (excluded.length === 0 || !isGitFailure(error) || !MAY_BE_OLD.includes(error.reason.code))
        throw error;
      return readCommits(program, { ...wanted, known: { commits: new Map(), tips: new Set() } }, signal);
    }
  }
  const join = byTime ? joinedByTime : inFrontOf;
  const all = fresh ? join(fresh.inOrder(), known.commits) : known.commits;
  const left = [...known.tips].some(tip => !tips.has(tip) && !fresh?.isParent(tip));
  return { commits: left ? keepReachable(all, tips) : all, withoutFiles: fresh?.withoutFiles ?? false };
}

/** Both as one log of all would list them: the later commit first, but no known one before its new children. */
function joinedByTime(fresh: Commits, known: Commits): Commits {
  if (known.size === 0) return fresh;
  const waiting = new Map<string, number>();
  for (const { parents } of fresh.values()) {
    for (const parent of parents) if (known.has(parent)) waiting.set(parent, (waiting.get(parent) ?? 0) + 1);
  }
  const all = new Map<string, Commit>();
  const left = [...fresh.values()].reverse();
  const take = (): void => {
    const commit = left.pop() as Commit;
    all.set(commit.hash, commit);
    for (const parent of commit.parents) waiting.set(parent, (waiting.get(parent) ?? 0) - 1);
  };
  for (const commit of known.values()) {
    while (left.length > 0 && ((waiting.get(commit.hash) ?? 0) > 0 || isLater(left.at(-1), commit))) take();
    all.set(commit.hash, commit);
  }
  while (left.length > 0) take();
  return all;
}

function isLater(a: Commit | undefined, b: Commit): boolean {
  return (a?.commitTime ?? 0) >= b.commitTime;
}

async function readLog(
  program: GitProgram,
  revisions: readonly string[],
  start: () => Arrivals,
  signal?: AbortSignal,
): Promise<Arrivals> {
  const input = revisions.map(revision => `${revision}\n`).join('');
  const read = async (args: readonly string[], withoutFiles = false): Promise<Arrivals> => {
    const arrivals = start();
    arrivals.withoutFiles = withoutFiles;
    const parser = new LogParser(commit => arrivals.add(commit));
    await runGit(program, [...args, '--stdin'], { signal, input, onData: chunk => parser.push(chunk) });
    parser.end();
    arrivals.check();
    return arrivals;
  };
  return wholeOrPart(
    program,
    signal,
    () => read(LOG_ARGS),
    () => read(LOG_ARGS_WITHOUT_FILES, true),
  );
}

/** Commits as they come, and whether half a history came. */
class Arrivals {
  withoutFiles = false;
  private readonly commits = new Map<string, Commit>();
  private readonly parents = new Set<string>();
  private readonly awaited: Set<string>;
  private ordered = true;

  constructor(
    tips: readonly string[],
    private readonly known: Commits,
    private readonly boundary: ReadonlySet<string>,
  ) {
    this.awaited = new Set(tips);
  }

  add(commit: Commit): void {
    this.commits.set(commit.hash, this.boundary.has(commit.hash) ? { ...commit, files: [] } : commit);
    this.awaited.delete(commit.hash);
    for (const parent of commit.parents) {
      if (this.commits.has(parent)) this.ordered = false;
      else if (this.known.has(parent)) this.parents.add(parent);
      else this.awaited.add(parent);
    }
  }

  /** A known commit that one of the new ones stands on. */
  isParent(hash: string): boolean {
    return this.parents.has(hash);
  }

  /** Throws when a commit is missing that another one names. */
  check(): void {
    if (this.awaited.size > 0) throw unreadableAnswer('log', 'incomplete output');
  }

  inOrder(): Commits {
    return this.ordered ? this.commits : childrenFirst(this.commits);
  }
}

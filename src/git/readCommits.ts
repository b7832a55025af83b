import type { Commit } from '../core/evidence/history';
import { childrenFirst, keepReachable } from './commitGraph';
import { isGitFailure, lacksObject, unreadableAnswer } from './gitFailure';
import { LOG_ARGS, LOG_ARGS_WITHOUT_FILES, LogParser } from './logParser';
import { runGit, type GitProgram } from './spawnGit';

type Commits = ReadonlyMap<string, Commit>;

/** Failures that reading from scratch may be free of. */
const MAY_BE_OLD: readonly string[] = ['git-failed', 'git-damaged'];

export interface CommitsWanted {
  /** Full hashes: everything reachable from them is wanted. */
  readonly tips: ReadonlySet<string>;
  /** Commits at which a shallow clone was cut. Their changes cannot be told, so they get no files. */
  readonly boundary: ReadonlySet<string>;
  /** What was read before, and from which tips: only the rest is read. */
  readonly known: { readonly commits: Commits; readonly tips: ReadonlySet<string> };
}

/**
 * The commits reachable from the tips, by one process, or none when none is new: the known map itself when
 * nothing changed. A clone that lacks trees takes a second process, and its commits have no files.
 */
export async function readCommits(
  program: GitProgram,
  wanted: CommitsWanted,
  signal?: AbortSignal,
): Promise<Commits> {
  const { tips, boundary, known } = wanted;
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
  const all = fresh ? joined(fresh.inOrder(), known.commits) : known.commits;
  const left = [...known.tips].some(tip => !tips.has(tip) && !fresh?.isParent(tip));
  return left ? keepReachable(all, tips) : all;
}

function joined(fresh: Commits, known: Commits): Commits {
  if (known.size === 0) return fresh;
  const all = new Map(fresh);
  for (const commit of known.values()) all.set(commit.hash, commit);
  return all;
}

async function readLog(
  program: GitProgram,
  revisions: readonly string[],
  start: () => Arrivals,
  signal?: AbortSignal,
): Promise<Arrivals> {
  const input = revisions.map(revision => `${revision}\n`).join('');
  const read = async (args: readonly string[]): Promise<Arrivals> => {
    const arrivals = start();
    const parser = new LogParser(commit => arrivals.add(commit));
    await runGit(program, [...args, '--stdin'], { signal, input, onData: chunk => parser.push(chunk) });
    parser.end();
    arrivals.check();
    return arrivals;
  };
  try {
    return await read(LOG_ARGS);
  } catch (error) {
    if (!lacksObject(error)) throw error;
    return read(LOG_ARGS_WITHOUT_FILES);
  }
}

/** Commits as they come, and whether half a history came. */
class Arrivals {
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

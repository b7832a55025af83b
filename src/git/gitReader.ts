import type { Commit, History } from '../core/evidence/graph/history';
import { askGit } from './askGit';
import { GitFailure, isGitFailure, unreadableAnswer } from './gitFailure';
import { damagedGitDir, parseLocation, type Location } from './location';
import { readNamedCommits } from './namedCommits';
import { withoutFalseDamage } from './partialClone';
import { opensWithoutEnd } from './opensWithoutEnd';
import { readFilesAt, type FileAt, type FoundFile } from './readFilesAt';
import { readPatchIds, type ChangeOf } from './patchIds';
import { readHistory, type HistoryOptions } from './readHistory';
import { readBlobs, readTree, type BlobAnswer, type TreeFiles } from './readObjects';
import { readIdentity, type Identity } from './readIdentity';
import { readIdLines } from './readIdLines';
import { mergeBase, resolveCommit } from './resolveCommit';
import type { GitProgram } from './spawnGit';

/**
 * What the application reads from one repository. Every method but `locate` rejects with a
 * {@link GitFailure} when git cannot answer; all reject with the signal's reason when aborted. Nothing
 * writes, fetches, or runs a program that the repository's configuration names.
 */
export interface GitReader {
  /** Where the repository of the folder lies, or why there is none. Asked once. */
  locate(signal?: AbortSignal): Promise<Location | GitFailure>;
  readHistory(options: HistoryOptions): Promise<History>;
  /** The files below some folders or with exactly these paths (relative to the top; '' is all) at a revision. */
  readTree(revision: string, folders: readonly string[], signal?: AbortSignal): Promise<TreeFiles>;
  /** The contents of blobs by id. Every id has an entry. */
  readBlobs(ids: Iterable<string>, signal?: AbortSignal): Promise<ReadonlyMap<string, BlobAnswer>>;
  /** As {@link readFilesAt}. */
  readFilesAt(places: readonly FileAt[], signal?: AbortSignal): Promise<readonly (FoundFile | undefined)[]>;
  /** As {@link resolveCommit}. */
  resolve(revision: string, signal?: AbortSignal): Promise<string | undefined>;
  /** Commits by the beginning of their hash, whether or not anything reaches them. */
  readNamedCommits(prefixes: readonly string[], signal?: AbortSignal): Promise<ReadonlyMap<string, Commit>>;
  /** Patch ids by commit, each named once; none for a merge. Limited in time and size. */
  readPatchIds(changes: readonly ChangeOf[], signal?: AbortSignal): Promise<ReadonlyMap<string, string>>;
  /**
   * Lines that may give an id to an item, below a folder (relative to the top): those that other refs add, and
   * those at HEAD and in the other working trees.
   * @param head full hash of HEAD; undefined before the first commit
   */
  readIdLines(folder: string, head: string | undefined, signal?: AbortSignal): Promise<string>;
  /** As {@link readIdentity}. */
  readIdentity(signal?: AbortSignal): Promise<Identity>;
  /** Where a remote is fetched from; undefined where there is none of that name. */
  readRemoteUrl(remote: string, signal?: AbortSignal): Promise<string | undefined>;
  /** As {@link mergeBase}. */
  mergeBase(a: string, b: string, signal?: AbortSignal): Promise<string | undefined>;
}

/** Which git runs, and where. */
export interface GitOptions {
  /** An absolute path, or `git`: the first one on PATH. */
  readonly binary: string;
  /** A folder in the working tree. */
  readonly cwd: string;
  /** One line per finished process. */
  readonly log?: (line: string) => void;
  /** Milliseconds without any output after which a process is taken as hung; a minute by default. */
  readonly timeoutMs?: number;
}

const PATIENCE_MS = 60_000;

/** Opens the repository that holds a folder. Starts no process yet. */
export function openGit(options: GitOptions): GitReader {
  const program: GitProgram = { timeoutMs: PATIENCE_MS, ...options };
  let location: Location | undefined;
  const located = async (signal?: AbortSignal): Promise<Location> =>
    (location ??= await findLocation(program, signal));

  const told = <T>(ask: () => Promise<T>): Promise<T> =>
    ask().catch(async error => Promise.reject(await withoutFalseDamage(program, error)));

  return {
    locate: async signal => {
      try {
        return await located(signal);
      } catch (error) {
        if (isGitFailure(error)) return error;
        throw error;
      }
    },
    readHistory: options => told(async () => readHistory(program, await located(options.signal), options)),
    readTree: (revision, folders, signal) => told(() => readTree(program, revision, folders, signal)),
    readBlobs: (ids, signal) => told(() => readBlobs(program, ids, signal)),
    readFilesAt: (places, signal) => told(() => readFilesAt(program, places, signal)),
    readNamedCommits: (prefixes, signal) => told(() => readNamedCommits(program, prefixes, signal)),
    readPatchIds: (changes, signal) => told(() => readPatchIds(program, changes, signal)),
    readIdLines: (folder, head, signal) =>
      told(async () => readIdLines(program, (await located(signal)).top, { folder, head, signal })),
    readIdentity: signal => told(() => readIdentity(program, signal)),
    readRemoteUrl: async (remote, signal) => {
      const answer = await askGit(program, ['config', '--get', `remote.${remote}.url`], signal);
      return answer.trim() || undefined;
    },
    resolve: (revision, signal) => told(() => resolveCommit(program, revision, signal)),
    mergeBase: (a, b, signal) => told(() => mergeBase(program, a, b, signal)),
  };
}

async function findLocation(program: GitProgram, signal?: AbortSignal): Promise<Location> {
  const args = ['rev-parse', '--path-format=absolute', '--show-toplevel', '--git-dir', '--git-common-dir'];
  const location = parseLocation(await askPlace(program, args, signal));
  if (!location) throw unreadableAnswer('rev-parse', 'unexpected output');
  return location;
}

/** Git looks for a repository in every folder above, and does not say which one it found to be none. */
async function askPlace(program: GitProgram, args: readonly string[], signal?: AbortSignal): Promise<string> {
  const endless = await opensWithoutEnd(program.cwd);
  if (endless !== undefined) {
    throw new GitFailure({ code: 'git-dir-unreadable', args: [endless, 'not-a-file'] });
  }
  try {
    return await askGit(program, args, signal);
  } catch (error) {
    const path =
      isGitFailure(error) && error.reason.code === 'git-not-repository'
        ? await damagedGitDir(program.cwd)
        : undefined;
    throw path === undefined ? error : new GitFailure({ code: 'git-dir-damaged', args: [path] });
  }
}

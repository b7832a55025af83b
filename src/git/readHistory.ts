import { isDeepStrictEqual } from 'node:util';
import type { Branch, Commit, Head, History } from '../core/evidence/graph/history';
import { chooseBranches } from './branches';
import { isAncestor } from './commitGraph';
import { readFetched, readGitFile, type Location } from './location';
import { readCommits } from './readCommits';
import { readHead } from './readHead';
import { readRefs } from './readRefs';
import { isHash } from './refs';
import type { GitProgram } from './spawnGit';

/** What was read from a repository some time ago, by an earlier run. */
export interface StoredHistory {
  readonly commits: History['commits'];
  /** From which the commits were reached. */
  readonly tips: ReadonlySet<string>;
  readonly shallow: boolean;
}

/** What a history is read with, and what is known of it already. */
export interface HistoryOptions {
  /** What was read before, from this repository: only what is new is read. */
  readonly known?: History;
  /** The same for the first reading. New commits take the places among these that git would give them. */
  readonly stored?: StoredHistory;
  /** Read just now from another working tree of this repository: its commits serve here, too. */
  readonly sibling?: History;
  /** Remote heads whose last commit is older are left out. */
  readonly branchAgeDays: number;
  /** Name of the default branch; found out when undefined. */
  readonly defaultBranch?: string;
  readonly signal?: AbortSignal;
}

/**
 * Reads branches and commits: one `for-each-ref`, and one `log` when there are new commits. `known` itself
 * comes back when nothing has changed, and its map of commits when no commit came or went. Commits keep
 * the author names of the `.mailmap` of the time they were read.
 */
export async function readHistory(
  program: GitProgram,
  location: Location,
  options: HistoryOptions,
): Promise<History> {
  const { known, sibling, stored, signal } = options;
  const { refs, broken } = await readRefs(program, signal);
  const [head, cut, fetched] = await Promise.all([
    readHead(program, location, refs, signal),
    readGitFile(location.commonDir, 'shallow'),
    readFetched(location),
  ]);
  const { branches, defaults, doubt } = chooseBranches(refs, { ...options, now: Date.now() / 1000 });
  const boundary = new Set((cut ?? '').split(/\s+/).filter(isHash));
  const before = sibling ?? known;
  const { commits, withoutFiles } = await readCommits(
    program,
    {
      tips: new Set([...hashOf(head), ...[...branches, ...defaults].map(({ tip }) => tip)]),
      boundary,
      known: usable(before ? { ...before, tips: tipsOf(before) } : stored, boundary),
      byTime: !before,
    },
    signal,
  );
  const defaultBranch = freshest(commits, defaults);
  const shallow = boundary.size > 0;
  const brokenRefs = [...new Set([...broken, ...(await brokenHead(location, head))])];
  const history: History = {
    head,
    branches,
    commits,
    shallow,
    ...((withoutFiles || before?.withoutFiles) && { withoutFiles: true }),
    ...(defaultBranch && { defaultBranch }),
    ...(doubt && { mainLineDoubt: doubt }),
    ...(fetched !== undefined && { fetched }),
    ...(brokenRefs.length > 0 && { brokenRefs }),
  };
  return known && isSame(known, history) ? known : history;
}

/** The checked-out branch when its file is there and names no commit: that is not a branch without commits. */
async function brokenHead({ commonDir }: Location, head: Head): Promise<readonly string[]> {
  const ref = head.kind === 'unborn' ? `refs/heads/${head.branch}` : undefined;
  return ref !== undefined && (await readGitFile(commonDir, ref)) !== undefined ? [ref] : [];
}

/** The commits from which all others of a history are reached. */
export function tipsOf({ head, branches, defaultBranch }: History): ReadonlySet<string> {
  const all = defaultBranch ? [...branches, defaultBranch] : branches;
  return new Set([...hashOf(head), ...all.map(({ tip }) => tip)]);
}

function hashOf(head: Head): readonly string[] {
  return head.kind === 'unborn' ? [] : [head.hash];
}

/** Of the refs of the default branch (latest first), the one that holds the others, else the latest. */
function freshest(commits: ReadonlyMap<string, Commit>, defaults: readonly Branch[]): Branch | undefined {
  return defaults.reduce<Branch | undefined>((best, next) => {
    if (!best || (best.tip !== next.tip && isAncestor(commits, best.tip, next.tip))) return next;
    return best;
  }, undefined);
}

/** A shallow clone may have been deepened or cut again; then the parents in memory are not git's any more. */
function usable(
  known: StoredHistory | undefined,
  boundary: ReadonlySet<string>,
): Pick<StoredHistory, 'commits' | 'tips'> {
  const none = { commits: new Map<string, Commit>(), tips: new Set<string>() };
  if (!known) return none;
  if (known.shallow || boundary.size > 0) {
    for (const { hash, parents } of known.commits.values()) {
      if ((parents.length === 0) !== boundary.has(hash)) return none;
    }
  }
  return known;
}

function isSame({ commits, ...rest }: History, { commits: newCommits, ...newRest }: History): boolean {
  return commits === newCommits && isDeepStrictEqual(rest, newRest);
}

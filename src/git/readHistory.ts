import { isDeepStrictEqual } from 'node:util';
import type { Branch, Commit, Head, History } from '../core/evidence/history';
import { chooseBranches } from './branches';
import { isAncestor } from './commitGraph';
import { readFetched, readGitFile, type Location } from './location';
import { readCommits } from './readCommits';
import { readHead } from './readHead';
import { readRefs } from './readRefs';
import { isHash } from './refs';
import type { GitProgram } from './spawnGit';

export interface HistoryOptions {
  /** What was read before, from this repository: only what is new is read. */
  readonly known?: History;
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
  const { known, sibling, signal } = options;
  const { refs, broken } = await readRefs(program, signal);
  const [head, cut, fetched] = await Promise.all([
    readHead(program, location, refs, signal),
    readGitFile(location.commonDir, 'shallow'),
    readFetched(location),
  ]);
  const { branches, defaults } = chooseBranches(refs, { ...options, now: Date.now() / 1000 });
  const boundary = new Set((cut ?? '').split(/\s+/).filter(isHash));
  const commits = await readCommits(
    program,
    { tips: tipsOf(head, [...branches, ...defaults]), boundary, known: usable(sibling ?? known, boundary) },
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
    ...(defaultBranch && { defaultBranch }),
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

function tipsOf(head: Head, branches: readonly Branch[]): ReadonlySet<string> {
  return new Set([...(head.kind === 'unborn' ? [] : [head.hash]), ...branches.map(branch => branch.tip)]);
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
  known: History | undefined,
  boundary: ReadonlySet<string>,
): { commits: ReadonlyMap<string, Commit>; tips: ReadonlySet<string> } {
  const none = { commits: new Map<string, Commit>(), tips: new Set<string>() };
  if (!known) return none;
  if (known.shallow || boundary.size > 0) {
    for (const { hash, parents } of known.commits.values()) {
      if ((parents.length === 0) !== boundary.has(hash)) return none;
    }
  }
  const tips = [...known.branches, ...(known.defaultBranch ? [known.defaultBranch] : [])];
  return { commits: known.commits, tips: tipsOf(known.head, tips) };
}

function isSame({ commits, ...rest }: History, { commits: newCommits, ...newRest }: History): boolean {
  return commits === newCommits && isDeepStrictEqual(rest, newRest);
}

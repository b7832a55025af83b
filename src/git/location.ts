import nodePath, { dirname, join, resolve } from 'node:path';
import { stat } from 'node:fs/promises';
import { readBounded } from './boundedFile';
import { GitFailure } from './gitFailure';

/** Where a repository lies. Absolute paths; `top` has its symbolic links resolved. */
export interface Location {
  /** Top of the working tree. */
  readonly top: string;
  /** Of this working tree: holds HEAD, and a rebase or merge in progress. */
  readonly gitDir: string;
  /** Shared by all working trees of the repository: holds refs and objects. Often the same as `gitDir`. */
  readonly commonDir: string;
}

/**
 * Top, git dir and common dir from the lines of `rev-parse`; undefined when they are something else. Git for
 * Windows writes `C:/app` and `//server/share`; the `/c/app` of other builds is no path to anybody else.
 * @param style whose paths they are; of this machine by default
 */
export function parseLocation(answer: string, style: nodePath.PlatformPath = nodePath): Location | undefined {
  const lines = answer.split('\n');
  const [top, gitDir, commonDir] = lines.map(line => style.resolve(line));
  const known = lines.every(
    line => style.isAbsolute(line) && !(style.sep === '\\' && /^[/\\][^/\\]/.test(line)),
  );
  return known && lines.length === 3 && top && gitDir && commonDir ? { top, gitDir, commonDir } : undefined;
}

/**
 * The nearest `.git` in a folder or above it that was once a repository: a file that leads to one, or a
 * folder with objects. For when git finds none.
 */
export async function damagedGitDir(folder: string): Promise<string | undefined> {
  const start = resolve(folder);
  if (!(await isThere(start, 'folder'))) return undefined;
  for (let at = start, below = ''; at !== below; below = at, at = dirname(at)) {
    const path = join(at, '.git');
    if ((await isThere(path, 'file')) || (await isThere(join(path, 'objects'), 'folder'))) return path;
    // Inside of a git dir or a bare repository there is no working tree, and that is as it should be.
    if ((await isThere(join(at, 'HEAD'), 'file')) && (await isThere(join(at, 'objects'), 'folder')))
      return undefined;
  }
  return undefined;
}

async function isThere(path: string, kind: 'file' | 'folder'): Promise<boolean> {
  return stat(path).then(
    found => (kind === 'file' ? found.isFile() : found.isDirectory()),
    () => false,
  );
}

/** Enough for the boundary of the largest shallow clone. */
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * The text of a file in the git dir; undefined when there is none. No link is followed out of that folder. Rejects
 * with a {@link GitFailure}, which does not tell what the file holds.
 */
export async function readGitFile(
  dir: string,
  name: string,
  mostBytes = MOST_BYTES,
): Promise<string | undefined> {
  const path = resolve(dir, name);
  const found = await readBounded(path, { mostBytes, within: dir });
  if (found.kind === 'bytes') return found.bytes.toString('utf8');
  // Branches `a` and `a/b` are a file and a folder of one name.
  if (found.kind === 'missing' || found.detail === 'EISDIR') return undefined;
  const reason = found.detail === 'links-outside' ? 'links-out-of-git' : found.detail;
  throw new GitFailure({ code: 'git-dir-unreadable', args: [path, reason] });
}

/** Seconds since 1970 of the last fetch into any of the two directories; undefined when there was none. */
export async function readFetched({ gitDir, commonDir }: Location): Promise<number | undefined> {
  const times = await Promise.all([...new Set([gitDir, commonDir])].map(timeOfFetch));
  const known = times.filter(time => time !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
}

async function timeOfFetch(dir: string): Promise<number | undefined> {
  return stat(resolve(dir, 'FETCH_HEAD')).then(
    ({ mtimeMs }) => Math.floor(mtimeMs / 1000),
    () => undefined,
  );
}

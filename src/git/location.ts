import { resolve } from 'node:path';
import { readFile, stat } from 'node:fs/promises';

/** Where a repository lies. Absolute paths; `top` has its symbolic links resolved. */
export interface Location {
  /** Top of the working tree. */
  readonly top: string;
  /** Of this working tree: holds HEAD, and a rebase or merge in progress. */
  readonly gitDir: string;
  /** Shared by all working trees of the repository: holds refs and objects. Often the same as `gitDir`. */
  readonly commonDir: string;
}

/** The text of a file in the git dir; undefined when there is none. */
export async function readGitFile(dir: string, name: string): Promise<string | undefined> {
  try {
    return await readFile(resolve(dir, name), 'utf8');
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

/** Seconds since 1970 of the last fetch into any of the two directories; undefined when there was none. */
export async function readFetched({ gitDir, commonDir }: Location): Promise<number | undefined> {
  const times = await Promise.all([...new Set([gitDir, commonDir])].map(timeOfFetch));
  const known = times.filter(time => time !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
}

async function timeOfFetch(dir: string): Promise<number | undefined> {
  try {
    return Math.floor((await stat(resolve(dir, 'FETCH_HEAD'))).mtimeMs / 1000);
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

function isAbsent(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

import { lstat, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isAbandoned, isDraft, isKept } from './drafts';

/** Drafts and locks of versions that named them by the file they stood beside. No version reads them any more. */
const FORMER = /^\..+\.(?:md|markdown|ya?ml)\.(?:lock|[0-9a-f]{12}\.tmp)$/i;

/** What a process that was killed has left beside a file. */
export interface Leftover {
  /** Relative to the root, with `/`. */
  readonly file: string;
  /** Whether it may hold the only whole text of the file that the process wrote; otherwise it is of no use. */
  readonly isKept: boolean;
}

/**
 * What processes that were killed have left beside files.
 * @param files relative to the root, with `/`
 * @returns in the order of their names
 */
export async function leftoversBeside(root: string, files: readonly string[]): Promise<readonly Leftover[]> {
  const found: Leftover[] = [];
  for (const folder of new Set(files.map(dirname))) {
    // What cannot be listed is told as a problem of the plan.
    const names = await readdir(join(root, folder)).catch(() => []);
    for (const name of names.filter(name => isDraft(name) || isKept(name) || FORMER.test(name))) {
      const stats = await lstat(join(root, folder, name)).catch(() => undefined);
      if (stats && isAbandoned(stats)) {
        found.push({ file: folder === '.' ? name : `${folder}/${name}`, isKept: isKept(name) });
      }
    }
  }
  return found.sort((a, b) => (a.file < b.file ? -1 : 1));
}

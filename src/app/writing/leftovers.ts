import { lstat, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isAbandoned, isDraft } from './drafts';

/** Drafts and locks of versions that named them by the file they stood beside. No version reads them any more. */
const FORMER = /^\..+\.(?:md|markdown|ya?ml)\.(?:lock|[0-9a-f]{12}\.tmp)$/i;

/**
 * What processes that were killed have left beside files: it does no harm, and is of no use.
 * @param files relative to the root, with `/`
 * @returns relative to the root, in order
 */
export async function leftoversBeside(root: string, files: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of new Set(files.map(dirname))) {
    // What cannot be listed is told as a problem of the plan.
    const names = await readdir(join(root, folder)).catch(() => []);
    for (const name of names.filter(name => isDraft(name) || FORMER.test(name))) {
      const stats = await lstat(join(root, folder, name)).catch(() => undefined);
      if (stats && isAbandoned(stats)) {
        found.push(folder === '.' ? name : `${folder}/${name}`);
      }
    }
  }
  return found.sort();
}

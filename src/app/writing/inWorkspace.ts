import { lstat, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isInside, isMissing } from '../files/nodeFiles';

/**
 * Whether a file that is there, or that is about to be made, lies in a root once all links are resolved.
 * @param root absolute
 * @param file relative to the root, with `/`
 */
export async function isInWorkspace(root: string, file: string): Promise<boolean> {
  const path = join(root, file);
  try {
    return isInside(await realpath(path), await realpath(root));
  } catch (error) {
    // What is not there yet comes to lie where its folder does; a link to nothing leads anywhere.
    const isLink = await lstat(path).catch(() => undefined);
    return isMissing(error) && !isLink && path !== join(root) && isInWorkspace(root, dirname(file));
  }
}

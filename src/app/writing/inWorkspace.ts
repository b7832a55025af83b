import { constants } from 'node:fs';
import { access, lstat, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { detailOf, isInside, isMissing } from '../files/nodeFiles';

/**
 * Why an editor shall not write a file: `links-outside`, or the file system's word for a right that is missing.
 * @param isSaved whether it is to be written to the disk, too
 */
export async function whyNotWritable(
  root: string,
  file: string,
  isSaved: boolean,
): Promise<string | undefined> {
  if (!(await isInWorkspace(root, file))) {
    return 'links-outside';
  }
  try {
    await (isSaved && access(join(root, file), constants.W_OK));
  } catch (error) {
    return isMissing(error) ? undefined : detailOf(error);
  }
  return undefined;
}

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

import { constants } from 'node:fs';
import { access, lstat, mkdir, open, realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { checksum } from '../cache/cacheFolder';
import { detailOf, isInside } from '../files/nodeFiles';
import { giveAsParent, inTheWay } from './fileLock';

/** Characters of a `.git` file that are read: it holds one path. */
const LONGEST_POINTER = 4_200;

/**
 * Where the lock of a plan lies, in a folder that is there then: never in the working tree, where it could be
 * committed. Every window and every run of the command line gives the same answer for the same plan, whichever link
 * it was reached by, since all begin with its real path:
 *
 * - `milepost/` in the git directory of the plan's working tree, named by where the plan lies in that tree, so that
 *   a container that has the tree elsewhere agrees. No git is run to find it.
 * - `locks/` in the user's cache folder, named by the plan's real path, where there is no git directory or where it
 *   may not be written. Users who may not both write the git directory do not see each other's locks.
 * @param plan real path of the plan's folder, or of its only file
 * @throws an error of the file system when no folder for locks can be made
 */
export async function lockPlace(plan: string): Promise<string> {
  const tree = await workTreeOf(plan);
  if (tree && (await isMade(join(tree.gitDir, 'milepost')))) {
    const name = checksum(relative(tree.top, plan).split(sep).join('/'));
    return join(tree.gitDir, 'milepost', `${name}.lock`);
  }
  const own = join(userCache(), 'milepost', 'locks');
  await mkdir(own, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw ['EEXIST', 'ENOTDIR'].includes(detailOf(error)) ? inTheWay(own) : error;
  });
  return join(own, `${checksum(plan)}.lock`);
}

/**
 * Makes a folder in a git directory, for everybody who may write there.
 * @returns false when this user may not
 */
async function isMade(folder: string): Promise<boolean> {
  try {
    if (await mkdir(folder, { recursive: true })) {
      await giveAsParent(folder);
    }
    await access(folder, constants.W_OK);
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(detailOf(error))) {
      return false;
    }
    throw detailOf(error) === 'EEXIST' ? inTheWay(folder) : error;
  }
  // A repository that was unpacked may hold anything in its git directory.
  if ((await realpath(folder)) !== folder) {
    throw inTheWay(folder);
  }
  return true;
}

/** The nearest working tree that a path lies in, and its git directory, both real paths. */
export async function workTreeOf(
  path: string,
): Promise<{ readonly top: string; readonly gitDir: string } | undefined> {
  const above: string[] = [];
  for (let top = path; above.at(-1) !== top; top = dirname(top)) {
    above.push(top);
  }
  for (const top of above) {
    const gitDir = await gitDirAt(join(top, '.git'), above);
    if (gitDir !== undefined) {
      return { top, gitDir };
    }
  }
  return undefined;
}

async function gitDirAt(path: string, above: readonly string[]): Promise<string | undefined> {
  try {
    const stats = await lstat(path);
    const gitDir = stats.isFile() ? await pointedAt(path, above) : stats.isDirectory() ? path : undefined;
    return gitDir !== undefined && (await lstat(join(gitDir, 'HEAD'))) ? gitDir : undefined;
  } catch (error) {
    // Nothing else that can be wrong with it is over the next time.
    if (['EIO', 'EMFILE', 'ENFILE'].includes(detailOf(error))) {
      throw error;
    }
    return undefined;
  }
}

/**
 * The git directory that a `.git` file names. Such a file can come with an archive and name any folder; it is believed
 * when that folder names it, too (a linked working tree), or lies in the git directory of a folder above (a submodule).
 */
async function pointedAt(path: string, above: readonly string[]): Promise<string | undefined> {
  const [, pointer] = /^gitdir: (.+)/.exec(await firstLine(path)) ?? [];
  if (pointer === undefined) {
    return undefined;
  }
  const gitDir = await realpath(resolve(dirname(path), pointer));
  if (above.some(folder => isInside(gitDir, join(folder, '.git')))) {
    return gitDir;
  }
  const back = resolve(gitDir, await firstLine(join(gitDir, 'gitdir')));
  return (await realpath(back)) === path ? gitDir : undefined;
}

async function firstLine(path: string): Promise<string> {
  // What is no file could be waited for without an end.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LONGEST_POINTER), 0, LONGEST_POINTER, 0);
    return buffer.toString('utf8', 0, bytesRead).split(/\r?\n/)[0] ?? '';
  } finally {
    await file.close();
  }
}

/** Where programs keep what can be made again, for this user and on this system. */
export function userCache(): string {
  const { XDG_CACHE_HOME = '', LOCALAPPDATA = '' } = process.env;
  if (process.platform === 'win32') {
    return isAbsolute(LOCALAPPDATA) ? LOCALAPPDATA : join(homedir(), 'AppData', 'Local');
  }
  if (process.platform === 'darwin') {
    return join(homedir(), 'Library', 'Caches');
  }
  return isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : join(homedir(), '.cache');
}

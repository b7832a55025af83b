import { constants, type Stats } from 'node:fs';
import { open, realpath, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { detailOf, isInside, isMissing } from '../files/nodeFiles';

/** How systems and file systems say that they do not write folders to the disk by request. Windows never does. */
const NOT_SYNCED: readonly string[] = ['EINVAL', 'EPERM', 'EACCES', 'EISDIR', 'EBADF', 'ENOTSUP'];

/**
 * A folder that stays the same one while files in it are read and replaced, even if its path leads elsewhere meanwhile.
 * On Linux files are reached through the open folder; elsewhere {@link isInside} has to be asked before every step.
 */
export class PinnedFolder {
  private constructor(
    private readonly handle: FileHandle,
    private readonly base: string,
    private readonly root: string,
  ) {}

  /**
   * @param path real path of the folder
   * @param root real path of the workspace folder that it has to lie in
   */
  static async open(path: string, root: string): Promise<PinnedFolder> {
    const handle = await open(
      path,
      constants.O_RDONLY | (constants.O_DIRECTORY ?? 0) | (constants.O_NOFOLLOW ?? 0),
    );
    const through = `/proc/self/fd/${handle.fd}`;
    // Not every system offers that, and nothing is lost where it does not.
    const isPinned = await isSame(handle, through).catch(() => false);
    return new PinnedFolder(handle, isPinned ? through : path, root);
  }

  /** Path of a file in the folder; without a name, of the folder. */
  at(name = ''): string {
    return join(this.base, name);
  }

  /** A file in the folder, no link; undefined for what is no file. */
  async read(name: string): Promise<{ readonly bytes: Buffer; readonly stats: Stats } | undefined> {
    // What is no file could be waited for without an end.
    const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
    const file = await open(this.at(name), O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    try {
      const stats = await file.stat();
      return stats.isFile() ? { bytes: await file.readFile(), stats } : undefined;
    } finally {
      await file.close();
    }
  }

  /** Whether the folder is where it was found, or elsewhere in the workspace. */
  async isInside(): Promise<boolean> {
    try {
      const real = await realpath(this.base);
      return isInside(real, this.root) && (await isSame(this.handle, real));
    } catch (error) {
      if (isMissing(error)) {
        return false;
      }
      throw error;
    }
  }

  /**
   * Has the names of its files written to the disk, so that a power cut does not bring back the file that was replaced.
   * @returns the file system's word for what went wrong; undefined also where systems do not offer it
   */
  async sync(): Promise<string | undefined> {
    try {
      await this.handle.sync();
      return undefined;
    } catch (error) {
      return NOT_SYNCED.includes(detailOf(error)) ? undefined : detailOf(error);
    }
  }

  close(): Promise<void> {
    return this.handle.close();
  }
}

async function isSame(handle: FileHandle, path: string): Promise<boolean> {
  const own = await handle.stat({ bigint: true });
  const other = await stat(path, { bigint: true });
  return own.dev === other.dev && own.ino === other.ino;
}

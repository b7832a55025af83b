import { constants } from 'node:fs';
import { lstat, mkdir, open, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { checksum } from '../cache/cacheFolder';
import { detailOf, isInside, isMissing } from '../files/nodeFiles';
import { inTheWay, type HeldLock } from './fileLock';
import { journalText, parseJournal, type Journal } from './journal';
import { userCache } from './lockPlace';

/** Bytes of a journal; no plan of this size is written. */
const MOST_BYTES = 256 * 1024 * 1024;

/** A journal that is there and is not believed, with the reason. */
export class JournalRefused extends Error {
  constructor(
    readonly place: string,
    readonly detail: string,
  ) {
    super(detail);
  }
}

/**
 * Where the journal of a plan lies: in the user's cache folder, in a folder for the repository, never in the working
 * tree. It is named by the plan's lock, since only who holds that may read or write it.
 * @param lock path of the plan's lock
 */
export function journalPlace(lock: string): string {
  const name = `${basename(lock, '.lock')}.journal`;
  return join(userCache(), 'milepost', 'journals', checksum(dirname(lock)), name);
}

/**
 * Writes the journal of a plan, which is on the disk then.
 * @param tree gives the real path of the working tree, in which no journal may lie
 * @throws JournalRefused, or an error of the file system
 */
export async function writeJournal(
  lock: HeldLock,
  tree: () => Promise<string>,
  journal: Omit<Journal, 'maker'>,
): Promise<void> {
  const place = journalPlace(lock.path);
  const folder = dirname(place);
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw ['EEXIST', 'ENOTDIR'].includes(detailOf(error)) ? inTheWay(folder) : error;
  });
  await checkFolders(folder, await tree());
  const draft = `${place}.tmp`;
  // Nobody else writes here while the lock is held.
  await rm(draft, { force: true });
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW = 0 } = constants;
  const file = await open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
  try {
    await file.writeFile(journalText({ maker: lock.name, ...journal }));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, place);
  await syncFolder(folder);
}

/**
 * The journal that another process has left for a plan.
 * @param lock that of the plan, which is held
 * @param tree gives the real path of the working tree, in which no journal is believed
 * @throws JournalRefused for one that is not this user's alone, or not whole; or an error of the file system
 */
export async function readJournal(lock: HeldLock, tree: () => Promise<string>): Promise<Journal | undefined> {
  const place = journalPlace(lock.path);
  // Nearly always there is none, whatever its folder is.
  const found = await lstat(place).catch((error: unknown) => {
    if (!isMissing(error) && !['EACCES', 'EPERM'].includes(detailOf(error))) {
      throw error;
    }
  });
  if (!found) {
    return undefined;
  }
  await checkFolders(dirname(place), await tree());
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  if (found.isSymbolicLink()) {
    throw new JournalRefused(place, 'is-link');
  }
  const file = await open(place, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const stats = await file.stat();
    const detail = !stats.isFile()
      ? 'not-a-file'
      : (whyForeign(stats) ?? (stats.size > MOST_BYTES && 'oversized'));
    if (detail) {
      throw new JournalRefused(place, detail);
    }
    const journal = parseJournal(await file.readFile('utf8'));
    if (!journal) {
      throw new JournalRefused(place, 'damaged');
    }
    return journal;
  } finally {
    await file.close();
  }
}

/** Takes the journal of a plan away, once every file is as it is to be. */
export async function removeJournal(lock: HeldLock): Promise<void> {
  await rm(journalPlace(lock.path), { force: true });
}

/** @throws JournalRefused unless both folders are this user's own, and lie outside of the working tree */
async function checkFolders(folder: string, tree: string): Promise<void> {
  for (const path of [dirname(folder), folder]) {
    const stats = await lstat(path);
    const detail = stats.isSymbolicLink()
      ? 'is-link'
      : stats.isDirectory()
        ? whyForeign(stats)
        : 'in-the-way';
    if (detail) {
      throw new JournalRefused(path, detail);
    }
  }
  if (isInside(await realpath(folder), tree)) {
    throw new JournalRefused(folder, 'in-work-tree');
  }
}

/** Why something may have been made by somebody else; Windows keeps others out of the whole folder. */
function whyForeign({ uid, mode }: { readonly uid: number; readonly mode: number }): string | undefined {
  const own = process.getuid?.();
  return own === undefined
    ? undefined
    : uid !== own
      ? 'foreign'
      : (mode & 0o077) !== 0
        ? 'open-to-others'
        : undefined;
}

/** Lets the name of a file in a folder survive a power cut. */
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, constants.O_RDONLY);
    await folder.sync().finally(() => folder.close());
  } catch {
    // Not every system offers that.
  }
}

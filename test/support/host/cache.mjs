import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where tools that are too large to install per checkout live, outside the repository. */
export function cacheFolder() {
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const folder = join(base, 'milepost');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * The cached folder `name`, filled by `fill(folder)` when it is not there yet. It is filled under another
 * name and renamed at the end, so an interrupted run leaves nothing that looks complete, and of two runs at
 * once one wins.
 */
export async function cached(name, fill) {
  const folder = join(cacheFolder(), name);
  if (existsSync(folder)) return folder;
  const draft = mkdtempSync(join(cacheFolder(), `${name}.draft-`));
  try {
    await fill(draft);
    if (!existsSync(folder)) renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

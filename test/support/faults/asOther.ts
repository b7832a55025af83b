import { chmodSync, lchownSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Whom permissions mean nothing to is made somebody else for a while: the traditional "nobody". */
const NOBODY = 65_534;

/** True where this process may do everything, so that permissions are tested as somebody else. */
const isRoot = process.getuid?.() === 0;

/** For `spawn`: runs a program as a user to whom permissions matter. */
export const AS_OTHER = isRoot ? { uid: NOBODY, gid: NOBODY } : {};

/** Gives a folder with all that is in it to the user of {@link asOther}, who can reach it then. */
export function giveToOther(folder: string): void {
  chmodSync(dirname(folder), 0o755);
  if (isRoot) {
    const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    for (const entry of ['', ...entries]) lchownSync(join(folder, entry), NOBODY, NOBODY);
  }
}

/** Does something in this process as a user to whom permissions matter. */
export async function asOther<T>(work: () => Promise<T>): Promise<T> {
  if (!isRoot) return work();
  const { GIT_CONFIG_GLOBAL: kept } = process.env;
  // The home of root cannot be read, and git takes that for an error.
  process.env.GIT_CONFIG_GLOBAL = '/dev/null';
  process.setegid?.(NOBODY);
  process.seteuid?.(NOBODY);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
    process.setegid?.(0);
    if (kept === undefined) delete process.env.GIT_CONFIG_GLOBAL;
    else process.env.GIT_CONFIG_GLOBAL = kept;
  }
}

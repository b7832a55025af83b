import type { BranchHost } from '../../git/branchWriter';
import type { GitWriter } from '../../git/gitWriter';
import type { GitProgram } from '../../git/spawnGit';
import type { Location } from '../../git/location';

export type { BranchHost };

/** Five minutes without a word, from git or a hook, and it is taken as hung: hooks run tests. */
const PATIENCE_MS = 5 * 60_000;

/**
 * The one door through which editor and command line write to git, which is loaded at its first use.
 * @param host finds out who else can switch branches of that repository
 */
export function openWriter(
  program: Pick<GitProgram, 'binary' | 'log'>,
  place: Location,
  host?: () => BranchHost | undefined,
): GitWriter {
  let opened: Promise<GitWriter> | undefined;
  const writer = (): Promise<GitWriter> =>
    (opened ??= import('../../git/gitWriter').then(({ gitWriter }) =>
      gitWriter({ ...program, cwd: place.top, timeoutMs: PATIENCE_MS }, place, host),
    ));
  return {
    branches: async () => (await writer()).branches(),
    unfinished: async () => (await writer()).unfinished(),
    changes: async (...asked) => (await writer()).changes(...asked),
    commit: async (...asked) => (await writer()).commit(...asked),
    commitOnBranch: async (...asked) => (await writer()).commitOnBranch(...asked),
  };
}

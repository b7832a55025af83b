import type { GitWriter } from '../../git/gitWriter';
import type { GitProgram } from '../../git/spawnGit';
import type { Location } from '../../git/location';

/** Five minutes without a word, from git or a hook, and it is taken as hung: hooks run tests. */
const PATIENCE_MS = 5 * 60_000;

/** The one door through which editor and command line write to git. What writes is loaded at its first use. */
export function openWriter(program: Pick<GitProgram, 'binary' | 'log'>, place: Location): GitWriter {
  const load = async (): Promise<GitWriter> => {
    const { gitWriter } = await import('../../git/gitWriter');
    return gitWriter({ ...program, cwd: place.top, timeoutMs: PATIENCE_MS }, place);
  };
  return {
    branches: async () => (await load()).branches(),
    unfinished: async () => (await load()).unfinished(),
    changes: async (...args) => (await load()).changes(...args),
    commit: async (...args) => (await load()).commit(...args),
    commitOnBranch: async (...args) => (await load()).commitOnBranch(...args),
  };
}

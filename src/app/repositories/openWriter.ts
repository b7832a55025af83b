import type { GitWriter } from '../../git/gitWriter';
import { gitWriter } from '../../git/gitWriter';
import type { GitProgram } from '../../git/spawnGit';
import type { Location } from '../../git/location';

/** Five minutes without a word, from git or a hook, and it is taken as hung: hooks run tests. */
const PATIENCE_MS = 5 * 60_000;

/** The one door through which editor and command line write to git. */
export function openWriter(program: Pick<GitProgram, 'binary' | 'log'>, place: Location): GitWriter {
  return gitWriter({ ...program, cwd: place.top, timeoutMs: PATIENCE_MS }, place);
}

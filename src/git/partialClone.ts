import { askGit } from './askGit';
import { GitFailure, isGitFailure, saysCorrupt } from './gitFailure';
import type { GitProgram } from './spawnGit';

/** The settings by which git knows that a remote has promised what is not here. */
const PROMISES = ['config', '--null', '--get-regexp', '^(extensions\\.partialclone|remote\\..*\\.promisor)$'];

const NO = /^(?:false|no|off|0*)$/i;

/**
 * `whole()`; or where git fails at it and the repository is a partial clone, which may lack what that takes,
 * `part()`. Versions of git say a lack in different words, so their words do not decide.
 */
export async function wholeOrPart<T>(
  program: GitProgram,
  signal: AbortSignal | undefined,
  whole: () => Promise<T>,
  part: () => Promise<T>,
): Promise<T> {
  try {
    return await whole();
  } catch (error) {
    if (!mayBeLack(error) || !(await isPartialClone(program, signal))) throw error;
    return part();
  }
}

/** The failure to report: what a partial clone lacks is no damage, whatever git's words are. */
export async function withoutFalseDamage(program: GitProgram, error: unknown): Promise<unknown> {
  if (!mayBeLack(error) || error.reason.code !== 'git-damaged') return error;
  if (!(await isPartialClone(program))) return error;
  return new GitFailure({ code: 'git-failed', args: [error.command, ...error.reason.args] });
}

/** True when a remote has promised the objects that the repository does not have. False when git cannot tell. */
export async function isPartialClone(program: GitProgram, signal?: AbortSignal): Promise<boolean> {
  let settings: string;
  try {
    settings = await askGit(program, PROMISES, signal);
  } catch (error) {
    // The failure that led here says more.
    if (isGitFailure(error)) return false;
    throw error;
  }
  const values = new Map(settings.split('\0').map(setting => settingOf(setting)));
  return [...values].some(([name, value]) => name !== '' && !NO.test(value));
}

/** A name that stands alone is `true` to git. */
function settingOf(text: string): readonly [string, string] {
  const [name = '', ...value] = text.split('\n');
  return [name, value.length > 0 ? value.join('\n') : 'true'];
}

function mayBeLack(error: unknown): error is GitFailure {
  if (!isGitFailure(error)) return false;
  const { code, args } = error.reason;
  return code === 'git-failed' || (code === 'git-damaged' && !saysCorrupt(args[0]));
}

import { askGit } from './askGit';
import { isHash } from './refs';
import type { GitProgram } from './spawnGit';

/** Full hash of the commit that a revision names; undefined when it names none. */
export function resolveCommit(
  program: GitProgram,
  revision: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  return askHash(program, args, signal);
}

/** Best common ancestor of two commits (full hashes); undefined when they have none. */
export function mergeBase(
  program: GitProgram,
  a: string,
  b: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  return askHash(program, ['merge-base', '--end-of-options', a, b], signal);
}

async function askHash(
  program: GitProgram,
  args: readonly string[],
  signal?: AbortSignal,
): Promise<string | undefined> {
  const answer = await askGit(program, args, signal);
  return isHash(answer) ? answer : undefined;
}

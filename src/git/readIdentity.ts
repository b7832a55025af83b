import { askGit } from './askGit';
import type { GitProgram } from './spawnGit';

/** Who commits, as git's configuration says. */
export interface Identity {
  readonly name?: string;
  readonly email?: string;
}

/**
 * Reads `user.name` and `user.email` from git's configuration: those of the repository, else the user's own. Each is
 * left out where nobody has set it.
 */
export async function readIdentity(program: GitProgram, signal?: AbortSignal): Promise<Identity> {
  const answer = await askGit(program, ['config', '--get-regexp', '^user\\.(name|email)$'], signal);
  const identity: { name?: string; email?: string } = {};
  // The nearest configuration comes last, and stands.
  for (const [, key, value = ''] of answer.matchAll(/^user\.(name|email) (.*)$/gm)) {
    identity[key === 'name' ? 'name' : 'email'] = value.trim();
  }
  return identity;
}

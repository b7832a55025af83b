import type { Head } from '../core/evidence/graph/history';
import { askGit } from './askGit';
import { readGitFile, type Location } from './location';
import { isHash, type Ref } from './refs';
import type { GitProgram } from './spawnGit';

const LOCAL = 'refs/heads/';

/** More than the longest name of a branch, which is shown. */
const MOST_BYTES = 8 * 1024;

/** Where HEAD stands. Costs no process, save in a repository whose HEAD is not kept in a file (reftable). */
export async function readHead(
  program: GitProgram,
  { gitDir }: Pick<Location, 'gitDir'>,
  refs: readonly Ref[],
  signal?: AbortSignal,
): Promise<Head> {
  const current = refs.find(ref => ref.current);
  if (current) return { kind: 'branch', branch: withoutPrefix(current.ref), hash: current.tip };

  const text = ((await readGitFile(gitDir, 'HEAD', MOST_BYTES)) ?? '').trim();
  const inFile = isHash(text) || (text.startsWith(`ref: ${LOCAL}`) && !text.endsWith('/.invalid'));
  const value = inFile ? text.replace(/^ref: /, '') : await askHead(program, signal);
  if (!isHash(value)) return { kind: 'unborn', branch: withoutPrefix(value) };

  const branch = await rebasedBranch(gitDir);
  return branch === undefined ? { kind: 'detached', hash: value } : { kind: 'detached', hash: value, branch };
}

async function askHead(program: GitProgram, signal?: AbortSignal): Promise<string> {
  const target = await askGit(program, ['symbolic-ref', '--quiet', 'HEAD'], signal);
  return target || (await askGit(program, ['rev-parse', '--verify', 'HEAD'], signal));
}

/** The branch that a rebase under way will move; undefined when there is none. */
async function rebasedBranch(gitDir: string): Promise<string | undefined> {
  for (const folder of ['rebase-merge', 'rebase-apply']) {
    const name = (await readGitFile(gitDir, `${folder}/head-name`, MOST_BYTES))?.trim();
    if (name?.startsWith(LOCAL)) return withoutPrefix(name);
  }
  return undefined;
}

function withoutPrefix(ref: string): string {
  return ref.startsWith(LOCAL) ? ref.slice(LOCAL.length) : ref;
}

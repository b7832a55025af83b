import { GitFailure, unreadableAnswer } from './gitFailure';
import { isHash } from './refs';
import { SAFE_DIFF_FLAGS } from './safeGit';
import { runGit, spawnGit, type GitProgram } from './spawnGit';

/** What a commit changes against its parent; or, with `base`, against another commit. Full hashes. */
export interface ChangeOf {
  readonly commit: string;
  readonly base?: string;
}

/** More text of changes than this is not looked through, and not for longer (milliseconds). */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_MS = 20_000;
const MOST_ANSWER_BYTES = 1024 * 1024;

const DIFF_ARGS: readonly string[] = [
  'diff-tree',
  '--stdin',
  '--root',
  '-r',
  '--patch',
  '--full-index',
  ...SAFE_DIFF_FLAGS,
];

/**
 * Patch ids by commit: equal ones make the same change, wherever in a file it stands. Two processes, one of
 * which writes the changes for the other. A merge and a commit that changes nothing have none. Fails as a
 * whole when there is too much to compare.
 * @param changes each commit once
 */
export async function readPatchIds(
  program: GitProgram,
  changes: readonly ChangeOf[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  if (changes.length === 0) return new Map();
  const stop = new AbortController();
  const onAbort = (): void => stop.abort(signal?.reason);
  signal?.throwIfAborted();
  signal?.addEventListener('abort', onAbort, { once: true });
  const late = new GitFailure({ code: 'git-timeout', args: ['patch-id'] });
  const timer = setTimeout(() => stop.abort(late), MOST_MS);
  try {
    return await compare(program, changes, stop);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

async function compare(
  program: GitProgram,
  changes: readonly ChangeOf[],
  stop: AbortController,
): Promise<ReadonlyMap<string, string>> {
  const { signal } = stop;
  const answer: Buffer[] = [];
  const ids = spawnGit(program, ['patch-id', '--stable'], {
    signal,
    onData: limited('patch-id', MOST_ANSWER_BYTES, chunk => answer.push(chunk)),
  });
  const input = changes.map(({ commit, base }) => `${base === undefined ? commit : `${commit} ${base}`}\n`);
  const onData = limited('diff-tree', MOST_BYTES, chunk => ids.write(chunk));
  try {
    await runGit(program, DIFF_ARGS, { signal, input: input.join(''), onData });
    ids.end();
    await ids.done;
  } catch (error) {
    stop.abort(error);
    await ids.done.catch(() => undefined);
    throw error;
  }
  return parsePatchIds(Buffer.concat(answer).toString('latin1'));
}

/** @throws a {@link GitFailure} at the chunk that is too much */
function limited(command: string, most: number, take: (chunk: Buffer) => void): (chunk: Buffer) => void {
  let size = 0;
  return chunk => {
    size += chunk.length;
    if (size > most) throw unreadableAnswer(command, 'too much output');
    take(chunk);
  };
}

function parsePatchIds(text: string): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [id = '', commit = '', ...more] = line.split(' ');
    if (line === '') continue;
    if (!isHash(id) || !isHash(commit) || more.length > 0) {
      throw unreadableAnswer('patch-id', 'unexpected output');
    }
    ids.set(commit, id);
  }
  return ids;
}

import type { Commit } from '../core/evidence/graph/history';
import { LOG_ARGS, LOG_ARGS_WITHOUT_FILES, LogParser } from './logParser';
import { wholeOrPart } from './partialClone';
import { runGit, type GitProgram } from './spawnGit';

const PREFIX = /^[0-9a-f]{7,64}$/;
/** git takes a name of this length for a prefix, and does not try to fetch what it does not have. */
const LONGEST_PREFIX = 39;

/**
 * Commits by the beginning of their hash, as far as they are in this repository, whether or not anything
 * reaches them. One process, two in a clone that lacks trees, where commits have no files; none without prefixes. One that is too short to be unique has no entry.
 */
export async function readNamedCommits(
  program: GitProgram,
  prefixes: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, Commit>> {
  const names = prefixes.filter(prefix => PREFIX.test(prefix));
  const read = async (format: readonly string[]): Promise<readonly Commit[]> => {
    const found: Commit[] = [];
    const parser = new LogParser(commit => found.push(commit));
    const args = [...format, '--no-walk=unsorted', '--ignore-missing', '--stdin'];
    const input = names.map(name => `${name.slice(0, LONGEST_PREFIX)}\n`).join('');
    await runGit(program, args, { signal, input, onData: chunk => parser.push(chunk) });
    parser.end();
    return found;
  };
  if (names.length === 0) return new Map();
  const found = await wholeOrPart(
    program,
    signal,
    () => read(LOG_ARGS),
    () => read(LOG_ARGS_WITHOUT_FILES),
  );
  // Where none is known git shows HEAD, and a tag's name may look like a hash.
  return new Map(
    names.flatMap(name => {
      const commit = found.find(({ hash }) => hash.startsWith(name));
      return commit ? [[name, commit] as const] : [];
    }),
  );
}

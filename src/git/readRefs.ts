import { isGitFailure } from './gitFailure';
import { readObjects } from './objectSource';
import { parseRefs, REFS_ARGS, REFS_ARGS_WITHOUT_OBJECTS, type Ref } from './refs';
import { collectGit, type GitProgram } from './spawnGit';

const MOST_REF_BYTES = 64 * 1024 * 1024;

/** The heads of a repository. */
export interface Heads {
  readonly refs: readonly Ref[];
  /** Full names of those whose commit is not there, or cannot be read. */
  readonly broken: readonly string[];
}

/**
 * Local and remote-tracking heads, by one process. Where that fails in whatever way, a second one lists them without
 * looking at any object, and a third tells the broken ones, which costs only these.
 */
export async function readRefs(program: GitProgram, signal?: AbortSignal): Promise<Heads> {
  try {
    return { refs: await listRefs(program, REFS_ARGS, signal), broken: [] };
  } catch (error) {
    if (!isGitFailure(error)) throw error;
    const heads = await readableRefs(program, signal).catch(second => {
      if (isGitFailure(second)) return undefined;
      throw second;
    });
    if (!heads || heads.refs.length === 0) throw error;
    return heads;
  }
}

async function readableRefs(program: GitProgram, signal?: AbortSignal): Promise<Heads> {
  const named = await listRefs(program, REFS_ARGS_WITHOUT_OBJECTS, signal);
  const times = new Map<string, number>();
  for (const answer of await readObjects(program, [...new Set(named.map(({ tip }) => tip))], signal)) {
    if (answer.kind === 'object' && answer.type === 'commit') times.set(answer.id, timeOf(answer.data));
  }
  const refs = named.flatMap(ref => {
    const time = times.get(ref.tip);
    return time === undefined ? [] : [{ ...ref, time }];
  });
  return { refs, broken: named.filter(({ tip }) => !times.has(tip)).map(({ ref }) => ref) };
}

async function listRefs(
  program: GitProgram,
  args: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly Ref[]> {
  return parseRefs(await collectGit(program, args, { signal, mostBytes: MOST_REF_BYTES }));
}

/** Commit time of a commit object, seconds since 1970. */
function timeOf(commit: Buffer): number {
  const [, time] = /^committer .* (\d+) [+-]\d+$/m.exec(commit.toString()) ?? [];
  return Number(time ?? 0);
}

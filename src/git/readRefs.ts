import { isDamage } from './gitFailure';
import { ObjectSource } from './objectSource';
import { parseRefs, REFS_ARGS, REFS_ARGS_WITHOUT_OBJECTS, type Ref } from './refs';
import { collectGit, type GitProgram } from './spawnGit';

const MOST_REF_BYTES = 64 * 1024 * 1024;

/** The heads of a repository. */
export interface Heads {
  readonly refs: readonly Ref[];
  /** Full names of those whose commit is not there, or cannot be read. */
  readonly broken: readonly string[];
}

/** Local and remote-tracking heads, by one process; by three where one of them is broken, which costs only that one. */
export async function readRefs(program: GitProgram, signal?: AbortSignal): Promise<Heads> {
  try {
    return { refs: await listRefs(program, REFS_ARGS, signal), broken: [] };
  } catch (error) {
    const heads = isDamage(error) ? await readableRefs(program, signal) : undefined;
    if (!heads || heads.refs.length === 0) throw error;
    return heads;
  }
}

async function readableRefs(program: GitProgram, signal?: AbortSignal): Promise<Heads> {
  const named = await listRefs(program, REFS_ARGS_WITHOUT_OBJECTS, signal);
  const tips = [...new Set(named.map(({ tip }) => tip))];
  const times = new Map<string, number>();
  const source = new ObjectSource(program, signal);
  try {
    for (const answer of await source.read(tips)) {
      if (answer.kind === 'object' && answer.type === 'commit') times.set(answer.id, timeOf(answer.data));
    }
  } finally {
    await source.close();
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

import { CatFileParser, type ObjectAnswer } from './catFileParser';
import { unreadableAnswer } from './gitFailure';
import { wholeOrPart } from './partialClone';
import { collectGit, spawnGit, type GitProcess, type GitProgram } from './spawnGit';

const MOST_LIST_BYTES = 64 * 1024 * 1024;

interface Request {
  left: number;
  readonly answers: ObjectAnswer[];
  readonly resolve: (answers: readonly ObjectAnswer[]) => void;
  readonly reject: (reason: unknown) => void;
}

/** One `cat-file --batch` process. It is to be closed in every case. */
export class ObjectSource {
  private readonly process: GitProcess;
  private request: Request | undefined;
  private ended: { readonly reason: unknown } | undefined;

  constructor(program: GitProgram, signal?: AbortSignal) {
    const parser = new CatFileParser(answer => this.take(answer));
    this.process = spawnGit(program, ['cat-file', '--batch'], {
      signal,
      onData: chunk => parser.push(chunk),
    });
    this.process.done.then(
      () => this.stop(unreadableAnswer('cat-file', 'incomplete output')),
      reason => this.stop(reason),
    );
  }

  /** The objects of the given names, in their order. One call at a time. Names must not hold a newline. */
  read(names: readonly string[]): Promise<readonly ObjectAnswer[]> {
    if (this.ended) return Promise.reject(this.ended.reason);
    if (names.length === 0) return Promise.resolve([]);
    return new Promise((resolve, reject) => {
      this.request = { left: names.length, answers: [], resolve, reject };
      this.process.write(names.map(name => `${name}\n`).join(''));
    });
  }

  /** Lets the process end. Its exit no longer matters: every answer is in, or has been reported as failed. */
  async close(): Promise<void> {
    this.process.end();
    await this.process.done.catch(() => undefined);
  }

  private take(answer: ObjectAnswer): void {
    const { request } = this;
    if (!request) throw unreadableAnswer('cat-file', 'unexpected output');
    request.answers.push(answer);
    request.left--;
    if (request.left > 0) return;
    this.request = undefined;
    request.resolve(request.answers);
  }

  private stop(reason: unknown): void {
    this.ended = { reason };
    this.request?.reject(reason);
    this.request = undefined;
  }
}

/** The objects of the given ids, in their order: by one process, or by four in a partial clone that lacks some. */
export function readObjects(
  program: GitProgram,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<readonly ObjectAnswer[]> {
  return wholeOrPart(
    program,
    signal,
    () => readNames(program, ids, signal),
    () => readPresent(program, ids, signal),
  );
}

/**
 * Reads objects where `cat-file` cannot be asked for all of them: some versions die at the first one that may not be
 * fetched.
 */
export async function readPresent(
  program: GitProgram,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<readonly ObjectAnswer[]> {
  const present = await presentOf(program, ids, signal);
  const answers = await readNames(program, present, signal);
  const byId = new Map(present.map((id, index) => [id, answers[index]]));
  return ids.map(id => byId.get(id) ?? { kind: 'missing' });
}

/** The objects of the given names, such as `commit:path`, in their order, by one process. */
export async function readNames(
  program: GitProgram,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<readonly ObjectAnswer[]> {
  if (ids.length === 0) return [];
  const source = new ObjectSource(program, signal);
  try {
    return await source.read(ids);
  } finally {
    await source.close();
  }
}

async function presentOf(
  program: GitProgram,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const args = ['rev-list', '--objects', '--no-walk', '--no-object-names', '--ignore-missing'];
  const output = await collectGit(program, [...args, '--missing=allow-any', '--stdin'], {
    signal,
    mostBytes: MOST_LIST_BYTES,
    input: ids.map(id => `${id}\n`).join(''),
  });
  const wanted = new Set(ids);
  return output
    .toString('latin1')
    .split('\n')
    .filter(id => wanted.has(id));
}

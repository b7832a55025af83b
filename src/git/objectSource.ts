import { CatFileParser, type ObjectAnswer } from './catFileParser';
import { unreadableAnswer } from './gitFailure';
import { spawnGit, type GitProcess, type GitProgram } from './spawnGit';

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

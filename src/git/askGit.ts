import { Readable } from 'node:stream';
import { simpleGit } from 'simple-git';
import { failureOfExit, GitFailure, isGitFailure, unreadableAnswer } from './gitFailure';
import { SAFE_CONFIG, safeEnvironment } from './safeGit';
import { binaryOf, failureToStart, type GitProgram } from './spawnGit';

const ENVIRONMENT_NAMES = /^git_/i;

/** Answers of small commands are a line or two; simple-git keeps all that comes. */
const MOST_BYTES = 1024 * 1024;

/**
 * The trimmed answer of a small command; empty when git had nothing to say (also when it only set an exit
 * code). Rejects with a {@link GitFailure} or the signal's reason.
 */
export async function askGit(
  program: GitProgram,
  args: readonly string[],
  signal?: AbortSignal,
): Promise<string> {
  signal?.throwIfAborted();
  const command = args[0] ?? '';
  const started = Date.now();
  const stop = new AbortController();
  const onAbort = (): void => stop.abort(signal?.reason);
  signal?.addEventListener('abort', onAbort, { once: true });
  const timeout = new GitFailure({ code: 'git-timeout', args: [command] });
  const timer = setTimeout(() => stop.abort(timeout), program.timeoutMs);
  try {
    const answer = await firstOf(run(program, args, stop), stop.signal);
    program.log?.(`git ${command}: ${Date.now() - started} ms`);
    return answer.trimEnd();
  } catch (error) {
    const failure: unknown = stop.signal.aborted ? stop.signal.reason : failureOf(program, command, error);
    program.log?.(`git ${command}: ${Date.now() - started} ms, ${failure}`);
    throw failure;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

async function run(program: GitProgram, args: readonly string[], stop: AbortController): Promise<string> {
  const environment = safeEnvironment(process.env);
  const git = simpleGit({
    baseDir: program.cwd,
    binary: binaryOf(program),
    config: [...SAFE_CONFIG],
    allowEnvironment: Object.keys(environment).filter(name => ENVIRONMENT_NAMES.test(name)),
    abort: stop.signal,
    // It takes a process that was killed for one that had nothing to say.
    errors: (error, { exitCode }) =>
      error ?? (exitCode === null ? Buffer.from('ended by a signal') : undefined),
    // These guard against values from strangers. Ours are the fixed settings that switch hooks off, the
    // binary that the user chose, and the user's own choice of where the configuration lies.
    unsafe: {
      allowUnsafeCustomBinary: true,
      allowUnsafeFsMonitor: true,
      allowUnsafeHooksPath: true,
      allowUnsafeConfigPaths: true,
    },
  });
  git.outputHandler((_command, stdout, stderr) => {
    const streams = [stdout, stderr];
    let bytes = 0;
    const count = (chunk: Buffer): void => {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) stop.abort(unreadableAnswer(args[0] ?? '', 'too much output'));
    };
    // A process that does not mind being interrupted finds its pipes closed.
    const close = (): void => streams.forEach(stream => stream instanceof Readable && stream.destroy());
    stop.signal.addEventListener('abort', close, { once: true });
    streams.forEach(stream => stream.on('data', count));
  });
  return git.env(environment).raw('--no-pager', '--no-optional-locks', ...args);
}

/** simple-git kills an aborted process but waits for its pipes, which a process started by it may hold. */
function firstOf<T>(answer: Promise<T>, stop: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    stop.addEventListener('abort', () => reject(stop.reason), { once: true });
    answer.then(resolve, reject);
  });
}

function failureOf(program: GitProgram, command: string, error: unknown): GitFailure {
  if (isGitFailure(error)) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (/\bspawn\b|directory that does not exist/.test(message) && error instanceof Error) {
    return failureToStart(program, command, error);
  }
  return failureOfExit({ command, stderr: message });
}

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { gitOnPath } from './findGit';
import { failureOfExit, GitFailure, unreadableAnswer } from './gitFailure';
import { SAFE_FLAGS, safeEnvironment, userEnvironment } from './safeGit';

/** Which git, where, and how patiently. */
export interface GitProgram {
  /** An absolute path (which may hold spaces), or `git`: the first one on PATH. Nothing else is run. */
  readonly binary: string;
  readonly cwd: string;
  /** Milliseconds without any output after which a process is taken as hung. */
  readonly timeoutMs: number;
  /** One line per finished process. */
  readonly log?: (line: string) => void;
}

/** How a git process is run. */
export interface SpawnOptions {
  readonly signal?: AbortSignal;
  /** Gets the output as it comes. What it throws ends the process and becomes its failure. */
  readonly onData: (chunk: Buffer) => void;
  /**
   * Only for what the user has asked to be written: git runs with the settings, hooks and programs of the user and of
   * the repository. It is given what it says to people, and these variables beside those of the user.
   */
  readonly asUser?: {
    readonly env: Readonly<Record<string, string>>;
    readonly onMessage: (text: string) => void;
  };
}

/** A running git. */
export interface GitProcess {
  write(data: string | Uint8Array): void;
  /** No more input. */
  end(): void;
  /** Settles when the process has ended well; rejects with a {@link GitFailure} or the signal's reason. */
  readonly done: Promise<void>;
}

const MOST_STDERR = 64 * 1024;

/** Milliseconds in which a git that writes can remove its lock files when it is stopped. */
const GRACE_MS = 3_000;

/** Starts git without a shell. It is killed when aborted, when hung, and when its output cannot be read. */
export function spawnGit(program: GitProgram, args: readonly string[], options: SpawnOptions): GitProcess {
  options.signal?.throwIfAborted();
  const command = args[0] ?? '';
  const started = Date.now();
  const { asUser } = options;
  const child = spawn(binaryOf(program), asUser ? [...args] : [...SAFE_FLAGS, ...args], {
    cwd: program.cwd,
    env: asUser ? userEnvironment(process.env, asUser.env) : safeEnvironment(process.env),
    windowsHide: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let stderr = '';
  const done = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => settle(new GitFailure({ code: 'git-timeout', args: [command] })),
      program.timeoutMs,
    );
    const onAbort = (): void => settle(options.signal?.reason);
    let settled = false;
    const settle = (failure?: unknown): void => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', onAbort);
      program.log?.(
        `git ${command}: ${Date.now() - started} ms${failure === undefined ? '' : `, ${failure}`}`,
      );
      if (failure === undefined) return resolve();
      // Commands that only read have nothing to tidy up; and a child of the process that holds its pipes must
      // not keep us waiting.
      child.kill(asUser ? 'SIGTERM' : 'SIGKILL');
      if (asUser) setTimeout(() => child.kill('SIGKILL'), GRACE_MS).unref();
      for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
      reject(failure);
    };

    options.signal?.addEventListener('abort', onAbort, { once: true });
    child.stdout.on('data', (chunk: Buffer) => {
      if (settled) return;
      timer.refresh();
      try {
        options.onData(chunk);
      } catch (error) {
        settle(error);
      }
    });
    child.stderr.on('data', (chunk: Buffer) => {
      // Complaints without end are no progress.
      if (stderr.length >= MOST_STDERR) return;
      timer.refresh();
      stderr += chunk.toString();
      asUser?.onMessage(chunk.toString());
    });
    // A git that dies early closes its input; its exit code and stderr tell why.
    child.stdin.on('error', () => undefined);
    child.on('error', error => settle(failureToStart(program, command, error)));
    child.on('close', exitCode =>
      settle(
        exitCode === 0 ? undefined : failureOfExit({ command, stderr, exitCode: exitCode ?? undefined }),
      ),
    );
  });
  return { write: data => void child.stdin.write(data), end: () => void child.stdin.end(), done };
}

/** Runs git to its end with the given input. Rejects as {@link GitProcess.done} does. */
export async function runGit(
  program: GitProgram,
  args: readonly string[],
  options: SpawnOptions & { readonly input?: string },
): Promise<void> {
  const running = spawnGit(program, args, options);
  if (options.input) running.write(options.input);
  running.end();
  await running.done;
}

/** The whole output of a command whose answer is small; more than `mostBytes` is a failure. */
export async function collectGit(
  program: GitProgram,
  args: readonly string[],
  options: { readonly signal?: AbortSignal; readonly mostBytes: number; readonly input?: string },
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const onData = (chunk: Buffer): void => {
    size += chunk.length;
    if (size > options.mostBytes) throw unreadableAnswer(args[0] ?? '', 'too much output');
    chunks.push(chunk);
  };
  await runGit(program, args, { signal: options.signal, input: options.input, onData });
  return Buffer.concat(chunks);
}

/**
 * The absolute path of what is run: a bare name is never left for the system to find.
 * @throws a {@link GitFailure} when there is no git
 */
export function binaryOf({ binary }: GitProgram): string {
  const path = isAbsolute(binary) ? binary : binary === 'git' ? gitOnPath() : undefined;
  if (path === undefined) throw new GitFailure({ code: 'git-missing', args: [] });
  return path;
}

/** Why a process did not even start. A folder that is gone gives the same error as a missing program. */
export function failureToStart(program: GitProgram, command: string, error: Error): GitFailure {
  if (!existsSync(program.cwd)) return new GitFailure({ code: 'git-not-repository', args: [] });
  if (error.message.includes('ENOENT')) return new GitFailure({ code: 'git-missing', args: [] });
  const [, reason] = /\b(E[A-Z]{3,})\b/.exec(error.message) ?? [];
  return new GitFailure(
    reason === undefined
      ? { code: 'git-failed', args: [command, error.message.split('\n')[0] ?? ''] }
      : { code: 'git-not-started', args: [binaryOf(program), reason] },
  );
}

import { spawn } from 'node:child_process';
import { Failure } from '../failure';

/** Where and how a program runs. */
export interface Surroundings {
  readonly cwd: string;
  /** Ends the program and everything that it has started. */
  readonly signal: AbortSignal;
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
}

const LAST_LINES = 20;
const windows = process.platform === 'win32';

/**
 * Runs a program to its end.
 * @param failed a sentence without its full stop, for when it does not end well; the last lines it printed follow
 * @returns what it printed
 * @throws Failure, or the signal's reason
 */
export async function runProgram(
  [program, ...args]: readonly [string, ...string[]],
  { cwd, signal, env }: Surroundings,
  failed: string,
): Promise<string> {
  signal.throwIfAborted();
  // On Windows npm is a script, which only a shell starts.
  const shell = windows && program === 'npm';
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    shell,
    // A process group of its own can be ended as a whole.
    detached: !windows,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', data => (output += data));
  child.stderr.on('data', data => (output += data));
  const stop = (): void => endAll(child.pid);
  signal.addEventListener('abort', stop);
  const code = await new Promise(done => {
    child.once('error', error => (output += error.message));
    child.once('close', done);
  });
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  if (code !== 0) {
    throw new Failure([`${failed}:`, ...output.trim().split('\n').slice(-LAST_LINES)].join('\n'));
  }
  return output;
}

function endAll(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(windows ? pid : -pid);
  } catch {
    // It has just ended by itself.
  }
}

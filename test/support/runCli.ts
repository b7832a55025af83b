import { spawn, type SpawnOptions } from 'node:child_process';
import { resolve } from 'node:path';

/** The built command line. */
export const CLI = resolve(import.meta.dirname, '../../dist/cli.js');

export interface CliRun {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command line in a folder that holds no `node_modules`. */
export function runCli(cwd: string, ...args: string[]): Promise<CliRun> {
  return runProgram(process.execPath, [CLI, ...args], { cwd });
}

/**
 * Runs any program to its end and gives what it printed.
 * @param killAfter milliseconds after which it is killed, if it still runs; or what waits for that moment
 */
export function runProgram(
  program: string,
  args: readonly string[],
  options: SpawnOptions,
  killAfter?: number | Promise<unknown>,
): Promise<CliRun> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const kill = (): void => void child.kill('SIGKILL');
    const timer = typeof killAfter === 'number' ? setTimeout(kill, killAfter) : undefined;
    if (typeof killAfter === 'object') void killAfter.then(kill);
    let out = '';
    let err = '';
    child.stdout.on('data', data => (out += data));
    child.stderr.on('data', data => (err += data));
    child.once('error', fail);
    child.once('close', code => {
      clearTimeout(timer);
      done({ code, out, err });
    });
  });
}

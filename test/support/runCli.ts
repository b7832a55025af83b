import { fork, spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

/** The built command line. */
export const CLI = resolve(import.meta.dirname, '../../dist/cli.js');

const MANY = resolve(import.meta.dirname, 'manyRuns.mjs');

export interface CliRun {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** What `manyRuns.mjs` is asked. */
interface Question {
  readonly cwd: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly fault?: string;
}

/**
 * Runs the built command line again and again in one process, which takes a tenth of the time: most of a run is the
 * start of Node. None of the runs may kill it.
 */
export class ManyRuns {
  private child: ChildProcess | undefined;
  private last: Promise<unknown> = Promise.resolve();

  /** Runs wait for each other. */
  run(question: Question): Promise<CliRun> {
    const answer = this.last.then(() => this.ask({ env: process.env, ...question }));
    this.last = answer.catch(() => undefined);
    return answer;
  }

  /** Ends the process, which ends by itself when this one does. */
  async stop(): Promise<void> {
    const { child } = this;
    if (child === undefined) return;
    const gone = once(child, 'exit');
    child.ref();
    child.disconnect();
    await gone;
  }

  private async ask(question: Question): Promise<CliRun> {
    const child = (this.child ??= fork(MANY, [CLI], {
      execArgv: [],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    }));
    child.ref();
    child.channel?.ref();
    const ended = new AbortController();
    try {
      child.send(question);
      const [run] = (await Promise.race([
        once(child, 'message', { signal: ended.signal }),
        once(child, 'exit', { signal: ended.signal }).then(() => {
          this.child = undefined;
          throw new Error(`milepost ${question.args.join(' ')} ended the process of all runs`);
        }),
      ])) as [CliRun];
      return run;
    } finally {
      ended.abort();
      // It must not keep this process from ending.
      child.unref();
      child.channel?.unref();
    }
  }
}

const runs = new ManyRuns();

/** Runs the built command line in a folder that holds no `node_modules`, in a process that other runs share. */
export function runCli(cwd: string, ...args: string[]): Promise<CliRun> {
  return runs.run({ cwd, args });
}

/** As {@link runCli}, with another environment. */
export function runCliIn(cwd: string, env: NodeJS.ProcessEnv, ...args: string[]): Promise<CliRun> {
  return runs.run({ cwd, env, args });
}

/** Runs the built command line in a process of its own, as a user does. */
export function startCli(cwd: string, ...args: string[]): Promise<CliRun> {
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

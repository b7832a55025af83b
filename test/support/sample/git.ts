import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';

/** Starts git in a folder, without anything from the user's own configuration. */
export function startGit(dir: string, args: readonly string[]): ChildProcessWithoutNullStreams {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  for (const name of Object.keys(env)) {
    if (/^GIT_(DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|COMMON_DIR|NAMESPACE)$/.test(name)) {
      Reflect.deleteProperty(env, name);
    }
  }
  return spawn('git', args, { cwd: dir, env });
}

/**
 * Runs one git command to its end and returns what it printed.
 * @throws Error with git's own words when it fails
 */
export async function git(dir: string, ...args: string[]): Promise<string> {
  const child = startGit(dir, args);
  child.stdin.end();
  const output: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => output.push(text));
  await ended(child, `git ${args[0]}`);
  return output.join('');
}

/** Waits for a process; rejects with its standard error unless it exits with 0. */
export function ended(child: ChildProcessWithoutNullStreams, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const errors: string[] = [];
    child.stderr.setEncoding('utf8').on('data', (text: string) => errors.push(text));
    child.on('error', reject);
    child.on('close', code =>
      code === 0 ? resolve() : reject(new Error(`${name} failed (${code}): ${errors.join('')}`)),
    );
  });
}

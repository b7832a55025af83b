import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CLI, runProgram, type CliRun } from '../runCli';

const HOOK = resolve(import.meta.dirname, 'breakFiles.mjs');

/** What `breakFiles.mjs` is told. */
export type Fault = 'count' | `before ${number}` | `during ${number}` | `fail ${number} ${string}`;

/** Runs the built command line with one of its calls of the file system broken. */
export function runBroken(cwd: string, fault: Fault, ...args: string[]): Promise<CliRun> {
  return runProgramBroken(CLI, cwd, fault, ...args);
}

/** The same for another program, whose file has the name of the command line. */
export function runProgramBroken(
  program: string,
  cwd: string,
  fault: Fault,
  ...args: string[]
): Promise<CliRun> {
  const env = { ...process.env, MILEPOST_FAULT: fault, MILEPOST_CALLS: callsFile(cwd) };
  return runProgram(process.execPath, ['--import', HOOK, program, ...args], { cwd, env });
}

/** The names of the calls that a run makes when nothing is broken. */
export function callsOf(cwd: string, ...args: string[]): Promise<readonly string[]> {
  return callsOfProgram(CLI, cwd, ...args);
}

/** The same for another program, as {@link runProgramBroken} runs it. */
export async function callsOfProgram(
  program: string,
  cwd: string,
  ...args: string[]
): Promise<readonly string[]> {
  const { code, err } = await runProgramBroken(program, cwd, 'count', ...args);
  if (code !== 0) throw new Error(err);
  return readFileSync(callsFile(cwd), 'utf8').split('\n');
}

function callsFile(cwd: string): string {
  return `${cwd}.calls`;
}

/** Does work for every item in a few copies of a folder at once, beside it; the slow part is the waiting. */
export async function inCopies<T>(
  folder: string,
  items: readonly T[],
  work: (item: T, copy: string) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const lanes = ['a', 'b', 'c'].map(async name => {
    const copy = `${folder}-${name}`;
    cpSync(folder, copy, { recursive: true });
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item, copy);
  });
  await Promise.all(lanes);
}

/** Every file below a folder but those of git, with its content. */
export function contents(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .filter(path => !path.startsWith(join(folder, '.git')));
  return Object.fromEntries(
    files.sort().map(path => [path.slice(folder.length + 1), readFileSync(path, 'latin1')]),
  );
}

import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chooseBranches } from '../../../src/git/branches';
import { LOG_ARGS } from '../../../src/git/logParser';
import { parseRefs, REFS_ARGS } from '../../../src/git/refs';
import { SAFE_FLAGS, safeEnvironment } from '../../../src/git/safeGit';

/** What the same files and the same git commands cost when nothing is done with what they give. */
export interface RawResult {
  /** Milliseconds. */
  readonly files: number;
  readonly git: number;
}

/** As many as the store reads at once. */
const READERS = 32;
const FOLDERS = ['plan', 'backlog'];

export async function raw(dir: string): Promise<RawResult> {
  const refs = parseRefs(await run(dir, REFS_ARGS));
  const { branches, defaults } = chooseBranches(refs, { branchAgeDays: 90, now: Date.now() / 1000 });
  const tips = [...new Set([...branches, ...defaults].map(({ tip }) => `${tip}\n`))].join('');
  const start = performance.now();
  for (const folder of FOLDERS) await readAll(join(dir, folder));
  const middle = performance.now();
  await run(dir, ['rev-parse', '--show-toplevel', '--git-dir', '--git-common-dir'], '', 'drop');
  await run(dir, REFS_ARGS, '', 'drop');
  await run(dir, [...LOG_ARGS, '--stdin'], tips, 'drop');
  return { files: middle - start, git: performance.now() - middle };
}

async function readAll(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const waiting = entries.filter(entry => entry.isFile());
  const readNext = async (): Promise<void> => {
    for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
      await readFile(join(entry.parentPath, entry.name));
    }
  };
  await Promise.all(Array.from({ length: READERS }, readNext));
}

function run(dir: string, args: readonly string[], input = '', output = 'keep'): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', [...SAFE_FLAGS, ...args], { cwd: dir, env: safeEnvironment(process.env) });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => void (output === 'keep' && chunks.push(chunk)));
    child.on('error', reject);
    child.on('close', code =>
      code === 0 ? resolve(Buffer.concat(chunks)) : reject(new Error(`git ${args[0]} ended with ${code}`)),
    );
    // A command that reads no input may have ended before it is closed.
    child.stdin.on('error', error => input !== '' && reject(error));
    child.stdin.end(input);
  });
}

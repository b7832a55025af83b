import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeSample } from '../../../src/app/writing/writeSample';
import { newRepository } from '../../../src/git/newRepository';

/**
 * Writes the sample project with its commits into a folder, as *Open Sample* does.
 * @param dir is created when missing, and must be empty
 * @param today `YYYY-MM-DD`
 * @throws Error when the folder holds something, or git is missing or fails
 */
export async function generateSample(dir: string, today: string): Promise<void> {
  if (existsSync(dir) && (await readdir(dir)).length > 0) {
    throw new Error(`${dir} is not empty`);
  }
  const project = await makeSample(today);
  await mkdir(dir, { recursive: true });
  await newRepository({ binary: 'git', cwd: dir, timeoutMs: 60_000 }, project);
}

async function main(args: readonly string[]): Promise<void> {
  const at = args.indexOf('--today');
  const dir = args.find((arg, i) => !arg.startsWith('--') && (at === -1 || i !== at + 1));
  if (!dir) {
    console.error('Usage: npx tsx test/support/sample/generate.ts DIR [--today YYYY-MM-DD]');
    process.exitCode = 2;
    return;
  }
  // sv-SE writes ISO days.
  const today = (at === -1 ? undefined : args[at + 1]) ?? new Date().toLocaleDateString('sv-SE');
  await generateSample(dir, today);
  console.log(`The sample project is in ${resolve(dir)}.`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  });
}

import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Calendar } from './mechanics/calendar';
import { FastImport } from './mechanics/fastImport';
import { git } from './mechanics/git';
import { Player } from './mechanics/play';
import { CATALOGUE } from './story/catalogue';
import { STEPS } from './story/steps';

/** The branch that is checked out at the end: the one under review. */
export const REVIEW_BRANCH = 'feature/disruption-notices';

/**
 * Makes the sample project, Harbor, with a plan and about 14 weeks of git history that end on the last
 * working day before `today`. The same day gives the same hashes on every machine.
 * @param dir is created when missing, and must be empty
 * @param today `YYYY-MM-DD`
 * @throws Error when the folder holds something, or git is missing or fails
 */
export async function generateSample(dir: string, today: string): Promise<void> {
  if (existsSync(dir) && (await readdir(dir)).length > 0) {
    throw new Error(`${dir} is not empty`);
  }
  const calendar = new Calendar(today);
  await mkdir(dir, { recursive: true });
  await git(dir, '-c', 'init.templateDir=', 'init', '--quiet', '--initial-branch=main');
  await git(dir, 'config', 'user.name', 'Noor Haddad');
  await git(dir, 'config', 'user.email', 'noor@example.com');
  const target = new FastImport(dir);
  try {
    await new Player(target, calendar, CATALOGUE).play(STEPS);
  } finally {
    await target.end();
  }
  await git(dir, 'checkout', '--quiet', REVIEW_BRANCH);
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

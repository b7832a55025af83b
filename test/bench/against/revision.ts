import { existsSync, readFileSync, realpathSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failure';
import type { Surroundings } from './program';
import { runProgram } from './program';

/** A revision of this repository, built in a folder of its own. */
export interface Revision {
  /** As it was asked for. */
  readonly ref: string;
  readonly commit: string;
  readonly dir: string;
  /** Whether it has an `npm run bench`. */
  readonly hasBench: boolean;
}

/**
 * Checks a revision out below `scratch` and builds it.
 * @param root of our checkout
 * @throws Failure when there is no such revision, or it cannot be built
 */
export async function buildRevision(
  ref: string,
  root: string,
  scratch: string,
  signal: AbortSignal,
): Promise<Revision> {
  const commit = await commitOf(ref, { cwd: root, signal });
  const dir = join(scratch, 'checkout');
  const clone = ['clone', '--quiet', '--shared', '--no-checkout', root, dir] as const;
  await runProgram(['git', ...clone], { cwd: root, signal }, `${ref} cannot be cloned`);
  const there: Surroundings = { cwd: dir, signal };
  await runProgram(['git', 'checkout', '--quiet', '--detach', commit], there, `${ref} cannot be checked out`);
  linkShared(root, scratch);
  await provideDependencies(ref, root, there);
  await runProgram(['npm', 'run', 'build'], there, `The build of ${ref} fails`);
  const { scripts } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'));
  return { ref, commit, dir, hasBench: scripts.bench !== undefined };
}

async function commitOf(ref: string, here: Surroundings): Promise<string> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`];
  try {
    return (await runProgram(['git', ...args], here, '')).trim();
  } catch (error) {
    here.signal.throwIfAborted();
    if (!(error instanceof Failure)) throw error;
    throw new Failure(`${ref} is no revision of this repository.`);
  }
}

/** The corpus is looked for beside the checkout. */
function linkShared(root: string, scratch: string): void {
  const shared = join(root, '../shared');
  if (existsSync(shared)) symlinkSync(realpathSync(shared), join(scratch, 'shared'), 'junction');
}

/** Ours where the lock file is the same, which saves minutes; else those that its own lock file names. */
async function provideDependencies(ref: string, root: string, there: Surroundings): Promise<void> {
  const [ours, theirs] = [root, there.cwd].map(dir => lockFile(dir));
  const modules = join(root, 'node_modules');
  if (ours === theirs && existsSync(modules)) {
    symlinkSync(realpathSync(modules), join(there.cwd, 'node_modules'), 'junction');
    return;
  }
  const install = ['npm', 'ci', '--no-audit', '--no-fund'] as const;
  await runProgram(install, there, `The dependencies of ${ref} cannot be installed`);
}

function lockFile(dir: string): string | undefined {
  const file = join(dir, 'package-lock.json');
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { cached, cacheFolder } from '../../support/host/cache.mjs';
import { ended, git, startGit } from '../../support/sample/git';
import type { Size } from './size';
import { story } from './story';

/** Where the default branch stands when a measurement begins. */
const START = 'refs/bench/start';

/** The folder of a generated repository of a size; made once for each version of the generator. */
export async function scaleRepo(size: Size): Promise<string> {
  const version = generatorVersion();
  for (const old of readdirSync(cacheFolder())) {
    if (old.startsWith('scale-') && !old.startsWith(`scale-${version}-`)) {
      rmSync(join(cacheFolder(), old), { recursive: true, force: true });
    }
  }
  const folder = await cached(`scale-${version}-${size.name.replace('/', 'of')}`, (draft: string) =>
    generate(join(draft, 'repo'), size),
  );
  const repo = join(folder, 'repo');
  // A run that was interrupted may have left its commits.
  await git(repo, 'update-ref', 'refs/heads/main', START);
  return repo;
}

function generatorVersion(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(import.meta.dirname).sort()) {
    hash.update(readFileSync(join(import.meta.dirname, file)));
  }
  return hash.digest('hex').slice(0, 8);
}

async function generate(dir: string, size: Size): Promise<void> {
  mkdirSync(dir);
  await git(dir, 'init', '-q', '-b', 'main');
  const child = startGit(dir, ['fast-import', '--quiet', '--date-format=raw']);
  child.stdout.resume();
  await Promise.all([ended(child, 'git fast-import'), pipeline(Readable.from(story(size)), child.stdin)]);
  await git(dir, 'reset', '-q', '--hard');
  await git(dir, 'update-ref', START, 'main');
  // What git's own housekeeping does in a repository that is in use.
  await git(dir, 'pack-refs', '--all');
  await git(dir, 'commit-graph', 'write', '--reachable', '--no-progress');
}

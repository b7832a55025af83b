import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { readGitFile } from './location';

/** What git opens of a repository before it answers anything. */
const OPENED = [
  'HEAD',
  'commondir',
  'config',
  'config.worktree',
  'index',
  'packed-refs',
  'shallow',
  'info/attributes',
  'info/exclude',
  'info/grafts',
  'objects/info/alternates',
];

/**
 * Something in the place of a file that git would open, for as long as it is let, to find out where the repository of
 * a folder lies: a pipe, or the like.
 * @returns its absolute path; undefined where git can be asked
 */
export async function opensWithoutEnd(folder: string): Promise<string | undefined> {
  for (let at = resolve(folder), below = ''; at !== below; below = at, at = dirname(at)) {
    const path = join(at, '.git');
    switch (await kindOf(path)) {
      case 'folder':
        return inGitDir(path);
      case 'file': {
        const leads = await led(at, '.git', /^gitdir: *(.+)/);
        return leads === undefined ? undefined : inGitDir(leads);
      }
      case 'other':
        return path;
      case 'none':
    }
  }
  return undefined;
}

async function inGitDir(gitDir: string): Promise<string | undefined> {
  const found = await amongOpened(gitDir);
  const common = found === undefined ? await led(gitDir, 'commondir', /^(.+)/) : undefined;
  return common === undefined ? found : amongOpened(common);
}

async function amongOpened(gitDir: string): Promise<string | undefined> {
  const paths = OPENED.map(name => join(gitDir, name));
  const kinds = await Promise.all(paths.map(kindOf));
  return paths.find((_, index) => kinds[index] === 'other');
}

/** The folder that a small file leads to; undefined where it leads nowhere, which git says itself. */
async function led(folder: string, name: string, pattern: RegExp): Promise<string | undefined> {
  const text = await readGitFile(folder, name, 8 * 1024).catch(() => undefined);
  const target = pattern.exec(text ?? '')?.[1]?.trim();
  return target === undefined ? undefined : resolve(folder, target);
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'other' | 'none'> {
  return stat(path).then(
    found => (found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other'),
    () => 'none',
  );
}

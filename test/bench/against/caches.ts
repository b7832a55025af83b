import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { cacheFolder } from '../../support/host/cache.mjs';

/**
 * What to add to the environment of another checkout so that its generated repositories and ours do not replace each
 * other in the cache: nothing when they are made alike, else a cache of its own with everything else that ours has.
 */
export function cacheOf(dir: string, root: string, scratch: string): Readonly<Record<string, string>> {
  if (isDeepStrictEqual(generator(dir), generator(root))) return {};
  const base = join(scratch, 'cache');
  mkdirSync(join(base, 'milepost'), { recursive: true });
  for (const name of readdirSync(cacheFolder())) {
    if (!name.startsWith('scale-')) {
      symlinkSync(join(cacheFolder(), name), join(base, 'milepost', name), 'junction');
    }
  }
  return { XDG_CACHE_HOME: base };
}

/** The files that decide what a generated repository looks like. */
function generator(checkout: string): readonly (readonly string[])[] {
  const folder = join(checkout, 'test/bench/scale');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map(file => [file, readFileSync(join(folder, file), 'utf8')]);
}

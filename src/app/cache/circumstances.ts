import { readdir } from 'node:fs/promises';
import { devNull, homedir } from 'node:os';
import { join } from 'node:path';
import { readBounded } from '../../git/boundedFile';
import type { Location } from '../../git/location';
import { checksum } from './cacheFolder';

/** A mailmap of 100,000 people, or a configuration of as many branches. */
const MOST_BYTES = 8 * 1024 * 1024;

/** A million refs. */
const MOST_REFS = 64 * 1024 * 1024;

/**
 * What else than its hash decides what git says about a commit: names of authors and some settings. Where it is
 * the same, a commit that was read before can be taken as it was.
 * @returns undefined where that cannot be told from a few files
 */
export async function circumstancesOf({ top, gitDir, commonDir }: Location): Promise<string | undefined> {
  const found = await Promise.all([
    readBounded(join(commonDir, 'packed-refs'), { mostBytes: MOST_REFS, within: commonDir }),
    ...[
      { path: join(top, '.mailmap'), within: top },
      { path: join(commonDir, 'info/grafts'), within: commonDir },
      { path: join(commonDir, 'config'), within: commonDir },
      { path: join(gitDir, 'config.worktree'), within: gitDir },
      ...userConfigs().map(path => ({ path })),
    ].map(({ path, ...within }) => readBounded(path, { mostBytes: MOST_BYTES, ...within })),
  ]);
  const [packed, ...texts] = found.map(one => (one.kind === 'bytes' ? one.bytes : undefined));
  const [mailmap, grafts, ...settings] = texts.map(bytes => bytes?.toString('utf8'));
  const replaced = [...(await namesIn(join(commonDir, 'refs/replace')))];
  const elsewhere =
    found.some(({ kind }) => kind === 'failed') ||
    replaced.length > 0 ||
    packed?.includes(' refs/replace/') ||
    settings.some(text => /^[ \t]*\[mailmap/im.test(text ?? '')) ||
    (await namesIn(join(commonDir, 'reftable'))).length > 0;
  return elsewhere ? undefined : checksum(JSON.stringify([gitDir, settings, mailmap, grafts]));
}

function userConfigs(): readonly string[] {
  const { GIT_CONFIG_GLOBAL, XDG_CONFIG_HOME } = process.env;
  return GIT_CONFIG_GLOBAL === undefined
    ? [join(homedir(), '.gitconfig'), join(XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'git/config')]
    : [GIT_CONFIG_GLOBAL].filter(path => path !== devNull);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}

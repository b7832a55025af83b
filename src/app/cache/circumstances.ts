import { readdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Location } from '../../git/location';
import { checksum } from './cacheFolder';

/**
 * What else than its hash decides what git says about a commit: names of authors and some settings. Where it is
 * the same, a commit that was read before can be taken as it was.
 * @returns undefined where that cannot be told from a few files
 */
export async function circumstancesOf({ top, gitDir, commonDir }: Location): Promise<string | undefined> {
  const configs = [join(commonDir, 'config'), join(gitDir, 'config.worktree'), ...userConfigs()];
  const settings = await Promise.all(configs.map(textOf));
  const [mailmap, grafts, packed] = await Promise.all(
    [join(top, '.mailmap'), join(commonDir, 'info/grafts'), join(commonDir, 'packed-refs')].map(textOf),
  );
  const replaced = [...(await namesIn(join(commonDir, 'refs/replace')))];
  const elsewhere =
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
    : [GIT_CONFIG_GLOBAL];
}

/** Undefined when it is not there, or cannot be read: then git cannot either. */
async function textOf(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}

import { randomUUID } from 'node:crypto';

/**
 * What every git process gets, however it is started: nothing in a repository's configuration may start
 * a program, nothing may be written, nothing may go to the network, nothing may ask the user.
 */

/**
 * Settings for `-c`, which older versions of git ignore where they do not know them. Some name programs that would
 * run, or places that would be read; the others would change what is printed.
 */
export const SAFE_CONFIG: readonly string[] = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  // Files of a work tree can look like a bare repository, with a configuration of its own.
  'safe.bareRepository=explicit',
  // The one place from which a fetch would take objects without asking GIT_ALLOW_PROTOCOL.
  'fetch.bundleURI=',
  'log.showSignature=false',
  'log.showRoot=true',
];

/** Put before the subcommand. */
export const SAFE_FLAGS: readonly string[] = [
  '--no-pager',
  '--no-optional-locks',
  ...SAFE_CONFIG.flatMap(setting => ['-c', setting]),
];

/**
 * For the subcommands that compare: no driver or filter of the repository runs, nor one of a submodule, which git
 * would enter for `diff.submodule`; and the answer is that of a repository without settings.
 */
export const SAFE_DIFF_FLAGS: readonly string[] = [
  '--no-ext-diff',
  '--no-textconv',
  '--submodule=short',
  '--ignore-submodules=none',
  '--no-color',
  '--no-relative',
  '--no-renames',
  '--src-prefix=a/',
  '--dst-prefix=b/',
  '--inter-hunk-context=0',
  // With a file that is not there (`diff.orderFile`), git would not answer at all.
  '-O/dev/null',
];

/** Where the user's own configuration lies is the user's choice; everything else under GIT_ is not kept. */
const KEPT = new Set([
  'GIT_CONFIG_GLOBAL',
  'GIT_CONFIG_SYSTEM',
  'GIT_CONFIG_NOSYSTEM',
  'GIT_CEILING_DIRECTORIES',
  'GIT_DISCOVERY_ACROSS_FILESYSTEM',
]);

/** Not needed to read, and simple-git refuses to run with them. */
const PROGRAMS = new Set(['EDITOR', 'VISUAL', 'PAGER', 'PREFIX', 'SSH_ASKPASS']);

/**
 * Older versions of git fetch what a partial clone lacks in spite of GIT_NO_LAZY_FETCH; with no protocol allowed they
 * cannot. Git takes any text for the name of a protocol, the empty one too, and a repository can say what a protocol
 * of a name runs (`remote.*.vcs` and an alias). So the one that is allowed has a name that no repository can know.
 */
const NO_PROTOCOL = `_${randomUUID()}`;

const FIXED: Readonly<Record<string, string>> = {
  LC_ALL: 'C',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: NO_PROTOCOL,
};

/** The environment for git: the ambient one without what points git elsewhere (GIT_DIR, GIT_INDEX_FILE, …). */
export function safeEnvironment(ambient: NodeJS.ProcessEnv): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(ambient)) {
    const upper = name.toUpperCase();
    const dropped = PROGRAMS.has(upper) || (upper.startsWith('GIT_') && !KEPT.has(upper));
    if (value !== undefined && !dropped) result[name] = value;
  }
  return { ...result, ...FIXED };
}

/** What would point git to another repository or index than that of its folder. */
const ELSEWHERE =
  /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|COMMON_DIR|NAMESPACE|PREFIX|OBJECT_DIRECTORY|ALTERNATE_\w+|CONFIG(?:_COUNT|_KEY_\d+|_VALUE_\d+|_PARAMETERS)?)$/i;

/**
 * The environment for a git that writes for the user: theirs, without what points it elsewhere. It can ask through the
 * user's own programs, and never on a terminal, where nobody would see the question.
 */
export function userEnvironment(
  ambient: NodeJS.ProcessEnv,
  own: Readonly<Record<string, string>>,
): Record<string, string> {
  const kept = Object.entries(ambient).flatMap(([name, value]) =>
    value === undefined || ELSEWHERE.test(name) ? [] : [[name, value] as const],
  );
  return { ...Object.fromEntries(kept), LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_EDITOR: ':', ...own };
}

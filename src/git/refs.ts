import { unreadableAnswer } from './gitFailure';

/** A head as `for-each-ref` tells it. */
export interface Ref {
  /** `refs/heads/…` or `refs/remotes/…`. */
  readonly ref: string;
  readonly tip: string;
  /** Commit time of the tip, seconds since 1970. */
  readonly time: number;
  /** Checked out in this working tree. */
  readonly current: boolean;
  /** Full name of the ref it follows. It may not exist any more. */
  readonly upstream?: string;
  /** Remote of `upstream`; undefined when it follows a local branch. */
  readonly remote?: string;
  /** Full name of the ref that it is an alias of, as `refs/remotes/origin/HEAD` is. */
  readonly target?: string;
}

const FIELDS = [
  'refname',
  'objectname',
  'objecttype',
  'committerdate:unix',
  'HEAD',
  'upstream',
  'upstream:remotename',
  'symref',
];

/**
 * Arguments that list all local and remote-tracking heads. `upstream:track` is not asked for: it counts
 * commits ahead and behind, and an upstream is gone exactly when it is not in this list.
 */
export const REFS_ARGS: readonly string[] = argsOf(FIELDS.map(field => `%(${field})`));

/**
 * Arguments that list refs without reading objects, with every head taken for a commit of no time: git tells nothing at
 * all when it needs an object that is not there.
 */
export const REFS_ARGS_WITHOUT_OBJECTS: readonly string[] = argsOf(
  FIELDS.map(field =>
    field === 'objecttype' ? 'commit' : field === 'committerdate:unix' ? '0' : `%(${field})`,
  ),
);

function argsOf(format: readonly string[]): readonly string[] {
  return ['for-each-ref', `--format=${format.join('%00')}`, 'refs/heads', 'refs/remotes'];
}

/** Reads the output of {@link REFS_ARGS}. Refs that are no commits are left out. */
export function parseRefs(output: Buffer): readonly Ref[] {
  const text = output.toString();
  if (text === '') return [];
  if (!text.endsWith('\n')) throw unreadableAnswer('for-each-ref', 'incomplete output');
  return text.slice(0, -1).split('\n').flatMap(parseRef);
}

function parseRef(line: string): readonly Ref[] {
  const [ref = '', tip = '', type, time = '', current, upstream, remote, target, ...more] = line.split('\0');
  if (target === undefined || more.length > 0 || !isHash(tip) || !ref.startsWith('refs/')) {
    throw unreadableAnswer('for-each-ref', 'unexpected output');
  }
  if (type !== 'commit') return [];
  return [
    {
      ref,
      tip,
      time: Number(time) || 0,
      current: current === '*',
      upstream: upstream || undefined,
      remote: remote && remote !== '.' ? remote : undefined,
      target: target || undefined,
    },
  ];
}

/** A full object name, SHA-1 or SHA-256. */
export function isHash(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

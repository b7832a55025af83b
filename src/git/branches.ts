import type { Branch, MainLineDoubt } from '../core/evidence/graph/history';
import type { Ref } from './refs';

const LOCAL = 'refs/heads/';
const REMOTE = 'refs/remotes/';
/** What the remote of a fork's origin is called. */
const UPSTREAM = 'upstream';
const USUAL_NAMES = ['main', 'master', 'trunk', 'develop'];
const SECONDS_PER_DAY = 86_400;

/** Which branches are read. */
export interface BranchRules {
  /** Name of the default branch, with its remote (`upstream/main`) or without; found out when undefined. */
  readonly defaultBranch?: string;
  /** Remote heads whose last commit is older are left out. */
  readonly branchAgeDays: number;
  /** Seconds since 1970. */
  readonly now: number;
}

/** Which refs are read, and which of them may stand for the default branch. */
export interface BranchChoice {
  readonly branches: readonly Branch[];
  /** Local and remote-tracking ref of the default branch, latest commit first. Empty when it was not found. */
  readonly defaults: readonly Branch[];
  readonly doubt?: MainLineDoubt;
}

/**
 * Chooses all local heads, the young heads of the upstream remote, and the default branch whatever its age.
 * The upstream remote is the one called `upstream`, else the one that the default branch follows, else `origin`, else
 * the first.
 */
export function chooseBranches(refs: readonly Ref[], rules: BranchRules): BranchChoice {
  const names = new Set(refs.map(ref => ref.ref));
  const heads = refs.filter(ref => ref.target === undefined);
  const { remote, name, isExact, doubt } = mainLineOf(refs, rules.defaultBranch);
  const upstream = refs.find(ref => ref.ref === LOCAL + name)?.upstream;
  const isDefault = (ref: Ref): boolean =>
    name !== undefined &&
    (ref.ref === `${REMOTE}${remote}/${name}` ||
      (!isExact && (ref.ref === LOCAL + name || ref.ref === upstream)));
  const oldest = rules.now - rules.branchAgeDays * SECONDS_PER_DAY;
  const isRead = (ref: Ref): boolean =>
    ref.ref.startsWith(LOCAL) ||
    isDefault(ref) ||
    (remote !== undefined && ref.ref.startsWith(`${REMOTE}${remote}/`) && ref.time >= oldest);

  const toBranch = (ref: Ref): Branch => branchOf(ref, remote, names);
  const defaults = heads
    .filter(isDefault)
    .sort((a, b) => b.time - a.time)
    .map(toBranch);
  const found = defaults.length > 0 ? doubt : heads.length > 0 ? 'unknown' : undefined;
  return { branches: heads.filter(isRead).map(toBranch), defaults, ...(found && { doubt: found }) };
}

/** Where the default branch is looked for. */
interface MainLine {
  readonly remote?: string | undefined;
  /** Without its remote. */
  readonly name?: string | undefined;
  /** Only the remote's own head stands for it. */
  readonly isExact?: boolean;
  readonly doubt?: MainLineDoubt | undefined;
}

function mainLineOf(refs: readonly Ref[], wanted: string | undefined): MainLine {
  if (wanted !== undefined) {
    const [first = '', ...rest] = wanted.split('/');
    const isLocal = refs.some(({ ref }) => ref === LOCAL + wanted);
    return !isLocal && refs.some(({ ref }) => ref === REMOTE + wanted)
      ? { remote: first, name: rest.join('/'), isExact: true }
      : { remote: followedRemote(refs, [wanted]) ?? usualRemote(refs), name: wanted };
  }
  const hasUpstream = refs.some(({ ref }) => ref.startsWith(`${REMOTE}${UPSTREAM}/`));
  const remote = hasUpstream ? UPSTREAM : (followedRemote(refs, USUAL_NAMES) ?? usualRemote(refs));
  const told = headOf(refs, remote) ?? (hasUpstream ? headOf(refs, 'origin') : undefined);
  const usual = USUAL_NAMES.filter(name => namesOf(refs, remote).has(name));
  const [only, ...others] = namesOf(refs, remote);
  const name = told ?? usual[0] ?? (others.length === 0 ? only : undefined);
  // Beside a main or master, a develop is nobody's default branch that no remote says it is.
  const rivals = usual.filter(one => one !== 'develop');
  const doubt = hasUpstream ? 'upstream' : told === undefined && rivals.length > 1 ? 'guessed' : undefined;
  return { remote, name, doubt };
}

function branchOf(ref: Ref, remote: string | undefined, names: ReadonlySet<string>): Branch {
  const upstreamGone = isListed(ref.upstream) && !names.has(ref.upstream);
  if (ref.ref.startsWith(LOCAL)) {
    return { name: ref.ref.slice(LOCAL.length), ref: ref.ref, tip: ref.tip, upstreamGone };
  }
  const [first = ''] = ref.ref.slice(REMOTE.length).split('/');
  const of = remote !== undefined && ref.ref.startsWith(`${REMOTE}${remote}/`) ? remote : first;
  const name = ref.ref.slice(REMOTE.length + of.length + 1);
  return { name, ref: ref.ref, tip: ref.tip, remote: of, upstreamGone: false };
}

/** Only an upstream among the listed refs can be told to be gone. */
function isListed(upstream: string | undefined): upstream is string {
  return upstream !== undefined && (upstream.startsWith(LOCAL) || upstream.startsWith(REMOTE));
}

/** The remote that one of these local branches follows. */
function followedRemote(refs: readonly Ref[], names: readonly string[]): string | undefined {
  return names
    .map(name => refs.find(({ ref }) => ref === LOCAL + name)?.remote)
    .find(remote => remote !== undefined);
}

function usualRemote(refs: readonly Ref[]): string | undefined {
  const remotes = refs.filter(({ ref }) => ref.startsWith(REMOTE)).map(({ ref }) => ref.split('/')[2] ?? '');
  return remotes.includes('origin') ? 'origin' : remotes[0];
}

/** The default branch as a remote names it. */
function headOf(refs: readonly Ref[], remote: string | undefined): string | undefined {
  const prefix = `${REMOTE}${remote}/`;
  const target = refs.find(({ ref }) => ref === `${prefix}HEAD`)?.target;
  return target?.startsWith(prefix) ? target.slice(prefix.length) : undefined;
}

/** Names of the local branches and of those of a remote. */
function namesOf(refs: readonly Ref[], remote: string | undefined): ReadonlySet<string> {
  const starts = [LOCAL, `${REMOTE}${remote}/`];
  return new Set(
    refs.flatMap(({ ref, target }) =>
      target === undefined
        ? starts.flatMap(start => (ref.startsWith(start) ? [ref.slice(start.length)] : []))
        : [],
    ),
  );
}

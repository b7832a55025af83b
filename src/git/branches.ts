import type { Branch } from '../core/evidence/graph/history';
import type { Ref } from './refs';

const LOCAL = 'refs/heads/';
const REMOTE = 'refs/remotes/';
const USUAL_NAMES = ['main', 'master', 'trunk', 'develop'];
const SECONDS_PER_DAY = 86_400;

/** Which branches are read. */
export interface BranchRules {
  /** Name of the default branch; found out when undefined. */
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
}

/**
 * Chooses all local heads, the young heads of the upstream remote, and the default branch whatever its age.
 * The upstream remote is the one that the default branch follows, else `origin`, else the first.
 */
export function chooseBranches(refs: readonly Ref[], rules: BranchRules): BranchChoice {
  const names = new Set(refs.map(ref => ref.ref));
  const heads = refs.filter(ref => ref.target === undefined);
  const remote = upstreamRemote(refs, rules);
  const base = defaultName(refs, remote, rules);
  const upstream = refs.find(ref => ref.ref === LOCAL + base)?.upstream;
  const isDefault = (ref: Ref): boolean =>
    base !== undefined &&
    (ref.ref === LOCAL + base || ref.ref === `${REMOTE}${remote}/${base}` || ref.ref === upstream);
  const oldest = rules.now - rules.branchAgeDays * SECONDS_PER_DAY;
  const isRead = (ref: Ref): boolean =>
    ref.ref.startsWith(LOCAL) ||
    isDefault(ref) ||
    (remote !== undefined && ref.ref.startsWith(`${REMOTE}${remote}/`) && ref.time >= oldest);

  const toBranch = (ref: Ref): Branch => branchOf(ref, remote, names);
  return {
    branches: heads.filter(isRead).map(toBranch),
    defaults: heads
      .filter(isDefault)
      .sort((a, b) => b.time - a.time)
      .map(toBranch),
  };
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

function upstreamRemote(refs: readonly Ref[], rules: BranchRules): string | undefined {
  const names = rules.defaultBranch === undefined ? USUAL_NAMES : [rules.defaultBranch];
  for (const name of names) {
    const followed = refs.find(ref => ref.ref === LOCAL + name)?.remote;
    if (followed !== undefined) return followed;
  }
  const remotes = refs.filter(ref => ref.ref.startsWith(REMOTE)).map(ref => ref.ref.split('/')[2] ?? '');
  return remotes.includes('origin') ? 'origin' : remotes[0];
}

function defaultName(
  refs: readonly Ref[],
  remote: string | undefined,
  rules: BranchRules,
): string | undefined {
  if (rules.defaultBranch !== undefined) return rules.defaultBranch;
  const prefix = `${REMOTE}${remote}/`;
  const target = refs.find(ref => ref.ref === `${prefix}HEAD`)?.target;
  if (target?.startsWith(prefix)) return target.slice(prefix.length);

  const names = new Set(refs.flatMap(ref => shortName(ref, prefix)));
  const usual = USUAL_NAMES.find(name => names.has(name));
  if (usual !== undefined) return usual;
  const [only, ...others] = names;
  return others.length === 0 ? only : undefined;
}

function shortName(ref: Ref, prefix: string): readonly string[] {
  if (ref.target !== undefined) return [];
  return [LOCAL, prefix].flatMap(start => (ref.ref.startsWith(start) ? [ref.ref.slice(start.length)] : []));
}

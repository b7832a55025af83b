import { compileGlob } from '../../base/glob';
import type { PlanSettings } from '../../plan/settings';
import { addTo } from '../addTo';
import { isBranchNamed, type Branch, type History } from '../graph/history';

/** A branch with all of its refs: the local one and its remote-tracking ones count as one. */
export interface NamedBranch {
  readonly name: string;
  readonly tips: readonly string[];
  /** The upstream of one of its refs was deleted. */
  readonly upstreamGone: boolean;
}

/** The branches of a repository by what they are for. */
export interface BranchRoles {
  /** Tip of the default branch's freshest ref. */
  readonly defaultTip?: string;
  /** Tips of the integration branches. */
  readonly integrationTips: readonly string[];
  /** All others, in the order of the history. */
  readonly topics: readonly NamedBranch[];
}

/** Sorts the branches of a repository into the default one, the integration branches, and the rest. */
export function branchRoles(
  history: History,
  settings: Pick<PlanSettings, 'branch' | 'integration'>,
): BranchRoles {
  const own = settings.branch;
  const declared = own === undefined ? [] : history.branches.filter(branch => isBranchNamed(branch, own));
  const defaultBranch = freshest(declared, history) ?? history.defaultBranch;
  const globs = settings.integration.map(pattern => compileGlob(pattern));
  const integrationTips: string[] = [];
  const topics = new Map<string, Branch[]>();
  for (const branch of history.branches) {
    if (branch.name === defaultBranch?.name) {
      continue;
    }
    if (globs.some(matches => matches(branch.name))) {
      integrationTips.push(branch.tip);
    } else {
      addTo(topics, branch.name, branch);
    }
  }
  const rebased = history.head.kind === 'detached' ? history.head : undefined;
  return {
    ...(defaultBranch && { defaultTip: defaultBranch.tip }),
    integrationTips,
    topics: [...topics].map(([name, refs]) => ({
      name,
      tips: [...refs.map(ref => ref.tip), ...(rebased?.branch === name ? [rebased.hash] : [])],
      upstreamGone: refs.some(ref => ref.upstreamGone),
    })),
  };
}

function freshest(branches: readonly Branch[], history: History): Branch | undefined {
  const time = (branch: Branch): number => history.commits.get(branch.tip)?.commitTime ?? -Infinity;
  return branches.reduce<Branch | undefined>(
    (best, branch) => (best === undefined || time(branch) > time(best) ? branch : best),
    undefined,
  );
}

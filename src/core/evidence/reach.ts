import type { PlanSettings } from '../plan/settings';
import type { History } from './history';
import type { NamedBranch } from './namedBranches';
import { branchRoles } from './namedBranches';

/** Where every commit of a repository stands, computed in a number of steps linear in the history. */
export interface Reach {
  /** Ancestors of the default branch's tip, itself included. */
  readonly onDefault: ReadonlySet<string>;
  /** Ancestors of the default and the integration branches. */
  readonly landed: ReadonlySet<string>;
  /** The other branches. */
  readonly topics: readonly NamedBranch[];
  /** The merge on a first-parent chain that brought a commit in, for commits on its other sides. */
  readonly broughtBy: ReadonlyMap<string, string>;
}

/** Computes where the commits stand. */
export function reachOf(history: History, settings: Pick<PlanSettings, 'branch' | 'integration'>): Reach {
  const { defaultTip, integrationTips, topics } = branchRoles(history, settings);
  const landed = new Set<string>();
  if (defaultTip !== undefined) {
    addAncestors(history, defaultTip, landed);
  }
  const onDefault: ReadonlySet<string> = integrationTips.length > 0 ? new Set(landed) : landed;
  for (const tip of integrationTips) {
    addAncestors(history, tip, landed);
  }
  const tips = defaultTip === undefined ? integrationTips : [defaultTip, ...integrationTips];
  return { onDefault, landed, topics, broughtBy: attributeMerges(history, tips) };
}

/** Adds the commit and all of its ancestors that are not in the set yet. */
export function addAncestors(history: History, tip: string, into: Set<string>): void {
  const open = [tip];
  for (let hash = open.pop(); hash !== undefined; hash = open.pop()) {
    const commit = into.has(hash) ? undefined : history.commits.get(hash);
    if (commit) {
      into.add(hash);
      open.push(...commit.parents);
    }
  }
}

/**
 * Gives every commit on the second-parent side of a merge to the first merge that brought it onto the
 * first-parent chain of one of the tips.
 */
function attributeMerges(history: History, tips: readonly string[]): Map<string, string> {
  const chain = new Set<string>();
  for (const tip of tips) {
    for (let hash: string | undefined = tip; hash !== undefined && !chain.has(hash);) {
      chain.add(hash);
      hash = history.commits.get(hash)?.parents[0];
    }
  }
  const broughtBy = new Map<string, string>();
  // Parents come after their children in the history, so its reverse meets the older merge first.
  for (const commit of [...history.commits.values()].reverse()) {
    if (commit.parents.length < 2 || !chain.has(commit.hash)) {
      continue;
    }
    const open = commit.parents.slice(1);
    for (let hash = open.pop(); hash !== undefined; hash = open.pop()) {
      if (!chain.has(hash) && !broughtBy.has(hash)) {
        broughtBy.set(hash, commit.hash);
        open.push(...(history.commits.get(hash)?.parents ?? []));
      }
    }
  }
  return broughtBy;
}

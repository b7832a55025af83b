import type { ClueSources } from './commits/clueSources';
import type { BranchLink, Link, Observed } from './link';
import { isWork } from './link';

/** What is known about the commits when a task is looked at. */
export type ObserveInput = Pick<ClueSources, 'graph' | 'reach' | 'owners'>;

/** Names of the branches that count as merged. */
export function mergedNames(branches: readonly BranchLink[]): Set<string> {
  const merged = new Set<string>();
  for (const link of branches) {
    if (link.merged) {
      merged.add(link.branch);
    }
  }
  return merged;
}

/**
 * The observed status of a task, from work evidence alone; undefined without any. Work on a branch that counts
 * as merged although its commits have not landed (a squash merge) is left out: what landed in its place counts.
 * @param links all links of the task, newest first
 * @param merged names of branches
 */
export function observe(
  { graph, reach, owners }: ObserveInput,
  links: readonly Link[],
  merged: ReadonlySet<string>,
): Observed | undefined {
  const landedTimes: number[] = [];
  const unmerged = new Set<string>();
  let firstWork = Infinity;
  let lastWork = -Infinity;
  let lastLanded = -Infinity;
  let lastOpen = -Infinity;
  let openCommits = 0;
  let closing: { hash: string; commitTime: number } | undefined;
  for (const link of links) {
    const n = isWork(link) ? graph.numbers.numberOf(link.commit) : -1;
    const commit = graph.commits[n];
    if (!commit) {
      continue;
    }
    const { authorTime, commitTime } = commit;
    if (reach.landed[n] === 1) {
      landedTimes.push(commitTime);
      lastLanded = Math.max(lastLanded, commitTime);
      if (link.strength === 'closes' && !(closing && closing.commitTime >= commitTime)) {
        closing = commit;
      }
    } else {
      const owner = reach.topics[owners[n] as number]?.name;
      if (owner !== undefined && merged.has(owner)) {
        continue;
      }
      openCommits++;
      lastOpen = Math.max(lastOpen, commitTime);
      if (owner !== undefined) {
        unmerged.add(owner);
      }
    }
    firstWork = Math.min(firstWork, authorTime);
    lastWork = Math.max(lastWork, authorTime);
  }
  if (landedTimes.length + openCommits === 0) {
    return undefined;
  }
  return {
    state: closing ? 'closed' : openCommits > 0 ? 'started' : 'landed',
    firstWork,
    lastWork,
    ...(landedTimes.length > 0 && { lastLanded }),
    unmerged: [...unmerged].sort(),
    landedTimes,
    openCommits,
    ...(openCommits > 0 && { lastOpen }),
    ...(closing && { closedBy: closing.hash }),
  };
}

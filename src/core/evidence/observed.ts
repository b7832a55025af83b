import type { History } from './history';
import type { BranchLink, Link, Observed } from './link';
import { isWork } from './link';
import type { Reach } from './reach';

/** What is known about a plan's work when its tasks are looked at. */
export interface ObserveInput {
  readonly history: History;
  readonly reach: Reach;
  readonly owners: ReadonlyMap<string, string>;
  readonly branches: readonly BranchLink[];
  readonly byTask: ReadonlyMap<string, readonly Link[]>;
}

/**
 * Observed status by task, from work evidence alone. Work on a branch that counts as merged although its
 * commits have not landed (a squash merge) is left out: what landed in its place counts.
 */
export function observe({ history, reach, owners, branches, byTask }: ObserveInput): Map<string, Observed> {
  const merged = new Set(branches.filter(link => link.merged).map(link => link.branch));
  const observed = new Map<string, Observed>();
  for (const [task, links] of byTask) {
    const unmerged = new Set<string>();
    let open = false;
    let landed = false;
    let closed = false;
    let firstWork = Infinity;
    let lastWork = -Infinity;
    let lastLanded = -Infinity;
    for (const link of links) {
      const commit = history.commits.get(link.commit);
      const owner = owners.get(link.commit);
      const here = reach.landed.has(link.commit);
      if (!commit || !isWork(link) || (!here && owner !== undefined && merged.has(owner))) {
        continue;
      }
      firstWork = Math.min(firstWork, commit.authorTime);
      lastWork = Math.max(lastWork, commit.authorTime);
      if (here) {
        landed = true;
        closed ||= link.strength === 'closes';
        lastLanded = Math.max(lastLanded, commit.commitTime);
      } else {
        open = true;
        if (owner !== undefined) {
          unmerged.add(owner);
        }
      }
    }
    if (landed || open) {
      observed.set(task, {
        state: closed ? 'closed' : open ? 'started' : 'landed',
        firstWork,
        lastWork,
        ...(landed && { lastLanded }),
        unmerged: [...unmerged].sort(),
      });
    }
  }
  return observed;
}

import type { Commit, History } from './history';
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
    const landed: Commit[] = [];
    const open: Commit[] = [];
    const unmerged = new Set<string>();
    let closing: Commit | undefined;
    for (const link of links) {
      const commit = isWork(link) ? history.commits.get(link.commit) : undefined;
      const owner = owners.get(link.commit);
      if (commit && reach.landed.has(link.commit)) {
        landed.push(commit);
        closing = link.strength === 'closes' ? later(closing, commit) : closing;
      } else if (commit && (owner === undefined || !merged.has(owner))) {
        open.push(commit);
        if (owner !== undefined) {
          unmerged.add(owner);
        }
      }
    }
    if (landed.length + open.length > 0) {
      const landedTimes = landed.map(commit => commit.commitTime);
      const worked = [...landed, ...open].map(commit => commit.authorTime);
      observed.set(task, {
        state: closing ? 'closed' : open.length > 0 ? 'started' : 'landed',
        firstWork: least(worked),
        lastWork: greatest(worked),
        ...(landed.length > 0 && { lastLanded: greatest(landedTimes) }),
        unmerged: [...unmerged].sort(),
        landedTimes,
        openCommits: open.length,
        ...(open.length > 0 && { lastOpen: greatest(open.map(commit => commit.commitTime)) }),
        ...(closing && { closedBy: closing.hash }),
      });
    }
  }
  return observed;
}

function later(a: Commit | undefined, b: Commit): Commit {
  return a && a.commitTime >= b.commitTime ? a : b;
}

// Not Math.max(…): a task may have more commits than a call may have arguments.
function greatest(times: readonly number[]): number {
  return times.reduce((a, b) => Math.max(a, b), -Infinity);
}

function least(times: readonly number[]): number {
  return times.reduce((a, b) => Math.min(a, b), Infinity);
}

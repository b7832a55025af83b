import type { Commit } from '../core/evidence/graph/history';

type Commits = ReadonlyMap<string, Commit>;

/** How far the clocks of two machines may disagree, in seconds, before an ancestor is overlooked. */
const CLOCK_SLACK = 7 * 86_400;

/** The commits that can be reached from the tips, in the order they had. The same map when none is lost. */
export function keepReachable(commits: Commits, tips: Iterable<string>): Commits {
  const reached = new Set<string>();
  const open = [...tips];
  for (let hash = open.pop(); hash !== undefined; hash = open.pop()) {
    const commit = reached.has(hash) ? undefined : commits.get(hash);
    if (!commit) continue;
    reached.add(hash);
    commit.parents.forEach(parent => open.push(parent));
  }
  if (reached.size === commits.size) return commits;
  const kept = new Map<string, Commit>();
  for (const [hash, commit] of commits) if (reached.has(hash)) kept.set(hash, commit);
  return kept;
}

/**
 * True when `ancestor` can be reached from `descendant`. Looks no further back than the ancestor's commit
 * time, since this is asked at every refresh.
 */
export function isAncestor(commits: Commits, ancestor: string, descendant: string): boolean {
  const oldest = (commits.get(ancestor)?.commitTime ?? 0) - CLOCK_SLACK;
  const seen = new Set<string>();
  const open = [descendant];
  for (let hash = open.pop(); hash !== undefined; hash = open.pop()) {
    if (hash === ancestor) return true;
    const commit = seen.has(hash) ? undefined : commits.get(hash);
    seen.add(hash);
    if (commit && commit.commitTime >= oldest) commit.parents.forEach(parent => open.push(parent));
  }
  return false;
}

/** Returns the commits with every child before its parents. Moves only those that stood too early. */
export function childrenFirst(commits: Commits): Commits {
  const children = new Map<string, number>();
  for (const { parents } of commits.values()) {
    for (const parent of parents) children.set(parent, (children.get(parent) ?? 0) + 1);
  }
  const ordered = new Map<string, Commit>();
  const waiting = new Set<string>();
  for (const start of commits.values()) {
    if ((children.get(start.hash) ?? 0) > 0) {
      waiting.add(start.hash);
      continue;
    }
    const open = [start];
    for (let commit = open.pop(); commit !== undefined; commit = open.pop()) {
      ordered.set(commit.hash, commit);
      for (const hash of commit.parents) {
        const left = (children.get(hash) ?? 0) - 1;
        children.set(hash, left);
        const parent = left === 0 && waiting.delete(hash) ? commits.get(hash) : undefined;
        if (parent) open.push(parent);
      }
    }
  }
  return ordered;
}

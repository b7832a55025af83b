import type { PlanEvidence } from '../../../core/evidence/link';
import type { Commit, History } from '../../../core/evidence/graph/history';
import { dayOf } from '../../../core/base/dates';
import type { IsoDate } from '../../../core/base/dates';

/**
 * Commits that reached the default branch after a day: those its tip holds and its state at the end of
 * that day did not. A branch merged this week counts with all its commits, however old they are.
 * @param timezone in which the day ends
 */
export function landedSince(history: History, day: IsoDate, timezone?: string): ReadonlySet<string> {
  const tip = history.defaultBranch?.tip;
  const landed = new Set<string>();
  if (!tip) {
    return landed;
  }
  const before = new Set<string>();
  const base = firstParentAt(history, tip, day, timezone);
  if (base) {
    before.add(base);
  }
  // Children come before parents, so one pass passes both marks on; it ends when all that is left is old.
  const waiting = new Set(tip === base ? [] : [tip]);
  for (const commit of history.commits.values()) {
    if (waiting.size === 0) {
      break;
    }
    passOn(commit, before, waiting, landed);
  }
  return landed;
}

function passOn(commit: Commit, before: Set<string>, waiting: Set<string>, landed: Set<string>): void {
  if (before.delete(commit.hash)) {
    for (const parent of commit.parents) {
      waiting.delete(parent);
      before.add(parent);
    }
  } else if (waiting.delete(commit.hash)) {
    landed.add(commit.hash);
    commit.parents.filter(parent => !before.has(parent)).forEach(parent => waiting.add(parent));
  }
}

/** The commit the branch pointed at when the day ended, along its first parents. */
function firstParentAt(
  history: History,
  tip: string,
  day: IsoDate,
  timezone: string | undefined,
): string | undefined {
  let commit = history.commits.get(tip);
  while (commit && dayOf(commit.commitTime, timezone) > day) {
    const parent = commit.parents[0];
    commit = parent === undefined ? undefined : history.commits.get(parent);
  }
  return commit?.hash;
}

/** Commits of a set that work on a task, per task key, most first. */
export function workByTask(
  evidence: PlanEvidence,
  commits: ReadonlySet<string>,
): readonly (readonly [task: string, commits: number])[] {
  const counts = new Map<string, number>();
  for (const hash of commits) {
    for (const link of evidence.byCommit.get(hash) ?? []) {
      if (link.strength === 'closes' || link.strength === 'works-on') {
        counts.set(link.task, (counts.get(link.task) ?? 0) + 1);
      }
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}

import type { LostLink } from './evidence/link';
import { lostLinksOf, relinkChanges } from './evidence/hand/lostLinks';
import type { Change } from './plan/change';
import { isOver } from './plan/category';
import type { HandLink, Plan, Task } from './plan/model';
import type { Severity } from './plan/problem';
import type { Snapshot } from './snapshot';

/** What can be done about the hand-made links of one task whose commits have another hash, or are gone. */
export interface LinkRepair {
  readonly plan: Plan;
  readonly task: Task;
  /** Links to rewritten commits, and the changes that bring them up to date, one for each file. */
  readonly moved: readonly LostLink[];
  readonly updates: readonly Change[];
  /** Links to commits that are missing. */
  readonly missing: readonly LostLink[];
}

/** Every task with such links, plan by plan. */
export function linkRepairs({ plans, repos }: Snapshot): readonly LinkRepair[] {
  return plans.flatMap(({ plan, repo, evidence }) => {
    const history = repos.find(({ top }) => top === repo)?.history;
    if (!history || !evidence || evidence.lost.length === 0) {
      return [];
    }
    return plan.tasks.flatMap(task => {
      const lost = lostLinksOf(task, evidence);
      const moved = lost.filter(({ foundAs }) => foundAs !== undefined);
      const missing = lost.filter(({ foundAs }) => foundAs === undefined);
      const updates = relinkChanges(moved, history, plan.settings.timezone);
      return lost.length > 0 ? [{ plan, task, moved, updates, missing }] : [];
    });
  });
}

/** The change that takes a link out of its file. */
export function linkRemoval(link: Pick<HandLink, 'hash' | 'not'>): Change {
  return { kind: 'relink', moves: [{ hash: link.hash, not: link.not }] };
}

/** A hand-made link that names no commit of the history, and how bad that is. */
export interface BrokenLink {
  readonly task: Task;
  readonly lost: LostLink;
  /** Rewritten, gone, or only on no branch. */
  readonly code: 'link-moved' | 'link-lost' | 'link-off-branch';
  /** A missing commit of a task that is not over is worth a warning. */
  readonly severity: Severity;
}

/** All such links, plan by plan. */
export function brokenLinks(snapshot: Snapshot): readonly BrokenLink[] {
  return linkRepairs(snapshot).flatMap(({ task, moved, missing }) =>
    [...moved, ...missing].map((lost): BrokenLink => {
      const { foundAs, offBranch } = lost;
      const code = foundAs !== undefined ? 'link-moved' : offBranch ? 'link-off-branch' : 'link-lost';
      const severity = code === 'link-lost' && !isOver(task.category) ? 'warning' : 'info';
      return { task, lost, code, severity };
    }),
  );
}

import type { LostLink } from '../core/evidence/link';
import { lostLinksOf, relinkChanges } from '../core/evidence/lostLinks';
import type { Change } from '../core/plan/change';
import type { Plan, Task } from '../core/plan/model';
import type { Snapshot } from '../core/snapshot';

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

/** The change that takes a link to a missing commit out of its file. */
export function linkRemoval({ link: { hash, not } }: LostLink): Change {
  return { kind: 'relink', moves: [{ hash, not }] };
}

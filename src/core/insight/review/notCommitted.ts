import type { Plan } from '../../plan/model';
import { diffPlans, type PlanChange } from './planChanges';

/** What the files of a plan say, saved or not, and HEAD does not. */
export interface NotCommitted {
  readonly changes: readonly PlanChange[];
  /** By key of the task, the hashes (or their beginnings) in entries of hand-made links that HEAD does not have. */
  readonly links: ReadonlyMap<string, readonly string[]>;
}

/** Nothing waits to be committed. */
export const ALL_COMMITTED: NotCommitted = { changes: [], links: new Map() };

/** Compares a plan as its files are with the same plan at HEAD. */
export function notCommitted(atHead: Plan, now: Plan): NotCommitted {
  const before = new Map(atHead.tasks.map(({ key, handLinks }) => [key, handLinks]));
  const links = new Map<string, readonly string[]>();
  for (const { key, handLinks } of now.tasks) {
    const known = before.get(key) ?? [];
    const fresh = handLinks.filter(
      ({ hash, not }) => !known.some(one => one.hash === hash && one.not === not),
    );
    if (fresh.length > 0) {
      links.set(
        key,
        fresh.map(({ hash }) => hash),
      );
    }
  }
  return { changes: diffPlans(atHead, now), links };
}

/** Whether the link of a task (key) and a commit (full hash) is made by an entry that is in no commit yet. */
export function isLinkNew({ links }: NotCommitted, task: string, commit: string): boolean {
  return links.get(task)?.some(hash => commit.startsWith(hash)) ?? false;
}

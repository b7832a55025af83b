import type { Plan } from '../../plan/model';
import { diffPlans, type PlanChange } from './planChanges';

/** What the files of a plan say, saved or not, and HEAD does not. */
export interface NotCommitted {
  readonly changes: readonly PlanChange[];
  /** By key of the task, the hashes (or their beginnings) in entries of hand-made links that HEAD does not have. */
  readonly links: ReadonlyMap<string, readonly string[]>;
  /** A local branch that has all of these changes, committed apart from the checkout. */
  readonly alsoOn?: string;
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

/** How many items wait to be committed. */
export function countNotCommitted({ changes }: NotCommitted): number {
  return new Set(changes.map(({ kind, key }) => `${kind} ${key}`)).size;
}

/** Whether another state of the plan has everything that waits to be committed. */
export function hasAll(other: Plan, { changes }: NotCommitted, now: Plan): boolean {
  const missing = new Set(diffPlans(other, now).map(placeOf));
  return !changes.some(change => missing.has(placeOf(change)));
}

/** Whether the link of a task (key) and a commit (full hash) is made by an entry that is in no commit yet. */
export function isLinkNew({ links }: NotCommitted, task: string, commit: string): boolean {
  return links.get(task)?.some(hash => commit.startsWith(hash)) ?? false;
}

function placeOf({ kind, key, field = '' }: PlanChange): string {
  return `${kind} ${key} ${field}`;
}

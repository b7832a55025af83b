import type { LostLink } from '../core/evidence/link';
import { linkRepairs, type LinkRepair } from '../core/linkRepairs';
import type { Reading } from './verb';

/** A task by its plan (`Plan.uid`) and its own uid, and one of its links by hash where only that is meant. */
export interface TaskLinks {
  readonly plan: string;
  readonly task: string;
  readonly hash?: string;
}

/** What can be repaired, and what of it is meant. */
export interface Repairable<T> {
  readonly all: readonly T[];
  /** None where nothing that was named can be repaired. */
  readonly meant: readonly T[];
}

/** A hand-made link whose commit is gone. */
export interface MissingLink {
  readonly repair: LinkRepair;
  readonly lost: LostLink;
}

/** Tasks with links to rewritten commits. */
export function movedLinks(
  { store: { snapshot } }: Reading,
  { tasks }: { readonly tasks: readonly TaskLinks[] },
): Repairable<LinkRepair> {
  const all = linkRepairs(snapshot).filter(({ updates }) => updates.length > 0);
  return { all, meant: all.filter(repair => tasks.some(one => isAbout(one, repair))) };
}

/**
 * Links whose commits are gone: of some tasks, where those have any, else of all.
 * @param links that are meant
 */
export function missingLinks(
  { store: { snapshot } }: Reading,
  { tasks, links }: { readonly tasks: readonly TaskLinks[]; readonly links: readonly TaskLinks[] },
): Repairable<MissingLink> {
  const repairs = linkRepairs(snapshot);
  const about = repairs.filter(repair => tasks.some(one => isAbout(one, repair)));
  const all = (about.length > 0 ? about : repairs).flatMap(repair =>
    repair.missing.map(lost => ({ repair, lost })),
  );
  const meant = all.filter(({ repair, lost }) =>
    links.some(one => isAbout(one, repair) && one.hash === lost.link.hash),
  );
  return { all, meant };
}

function isAbout({ plan, task }: TaskLinks, repair: LinkRepair): boolean {
  return plan === repair.plan.uid && task === repair.task.uid;
}

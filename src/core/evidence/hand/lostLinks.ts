import type { Change, CommitRef, LinkMove } from '../../plan/change';
import { dayOf } from '../../base/dates';
import type { Task } from '../../plan/model';
import { addTo } from '../addTo';
import type { History } from '../graph/history';
import { subjectOf } from '../graph/history';
import type { LostLink, PlanEvidence } from '../link';

const byTask = new WeakMap<PlanEvidence, ReadonlyMap<string, readonly LostLink[]>>();

/** The hand-made links of a task whose commits are gone, as far as there is something to tell of them. */
export function lostLinksOf(
  task: Pick<Task, 'key' | 'handLinks'>,
  evidence: PlanEvidence | undefined,
): readonly LostLink[] {
  if (!evidence || evidence.lost.length === 0) {
    return [];
  }
  let known = byTask.get(evidence);
  if (!known) {
    const groups = new Map<string, LostLink[]>();
    evidence.lost.filter(({ quiet }) => !quiet).forEach(lost => addTo(groups, lost.task, lost));
    byTask.set(evidence, (known = groups));
  }
  // Two tasks may share an id.
  const isOwn = ({ link }: LostLink): boolean =>
    task.handLinks.some(({ hash, not }) => hash === link.hash && not === link.not);
  return (known.get(task.key) ?? []).filter(isOwn);
}

/** The changes that write found links as they are now, one for each file that holds some of them. */
export function relinkChanges(
  lost: readonly LostLink[],
  { commits }: Pick<History, 'commits'>,
  timezone: string | undefined,
): readonly Change[] {
  const files = new Map<string, LinkMove[]>();
  for (const { link, foundAs } of lost) {
    const commit = commits.get(foundAs ?? '');
    if (commit) {
      const date = dayOf(commit.authorTime, timezone);
      const to: CommitRef = { hash: commit.hash, date, subject: subjectOf(commit) };
      addTo(files, link.file ?? '', { hash: link.hash, not: link.not, to });
    }
  }
  return [...files.values()].map(moves => ({ kind: 'relink', moves }));
}

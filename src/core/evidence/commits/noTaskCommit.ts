import { dayOf } from '../../base/dates';
import type { PlanSettings } from '../../plan/settings';
import type { Commit } from '../graph/history';
import { subjectOf } from '../graph/history';

/** Shortest beginning of a hash that an entry may hold. */
const PREFIX = 7;

/**
 * Compiles `no_task` of some plans: tells whether a commit is one of those that need no task, by its hash or, after a
 * rebase, by its author date and subject.
 */
export function compileNoTask(
  plans: readonly Pick<PlanSettings, 'noTask' | 'timezone'>[],
): (commit: Commit) => boolean {
  const hashes = new Map<string, string[]>();
  const subjects = new Map<string, { readonly date: string; readonly timezone: string | undefined }[]>();
  for (const { noTask, timezone } of plans) {
    for (const { hash, date, subject } of noTask) {
      const start = hash.slice(0, PREFIX);
      hashes.set(start, [...(hashes.get(start) ?? []), hash]);
      if (date !== undefined && subject !== undefined) {
        subjects.set(subject, [...(subjects.get(subject) ?? []), { date, timezone }]);
      }
    }
  }
  return commit =>
    hashes.get(commit.hash.slice(0, PREFIX))?.some(hash => commit.hash.startsWith(hash)) === true ||
    (subjects.size > 0 &&
      subjects
        .get(subjectOf(commit).replace(/\s+/g, ' ').trim())
        ?.some(({ date, timezone }) => date === dayOf(commit.authorTime, timezone)) === true);
}

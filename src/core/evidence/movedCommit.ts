import { dayOf, daysBetween } from '../plan/dates';
import type { HandLink } from '../plan/model';
import { addTo } from './addTo';
import type { Commit, History } from './history';
import { subjectOf } from './history';
import { isSquashSubject } from './messageEvidence';

const PULL_REQUEST = /\(#\d+\)\s*$/;
const LIST_MARK = /^\s*(?:[*-]\s+)?/;

/**
 * Finds the commits of hand-made links whose hash is gone: a rebase keeps author date and subject, a
 * squash merge keeps the subject as a line of its body, or as its own with the number added. Author
 * dates may differ by a day, since the link was written in another time zone. One pass over the history.
 * @returns hash by link, for those that were found
 */
export function findMoved(
  lost: readonly HandLink[],
  history: History,
  landed: ReadonlySet<string>,
  timezone: string | undefined,
): Map<HandLink, string> {
  const wanted = new Map<string, HandLink[]>();
  for (const link of lost) {
    if (link.subject && link.date) {
      addTo(wanted, link.subject, link);
    }
  }
  const best = new Map<HandLink, { rank: number; hash: string }>();
  const offer = (link: HandLink, commit: Commit, rank: number): void => {
    const known = best.get(link);
    if (!known || rank < known.rank) {
      best.set(link, { rank, hash: commit.hash });
    }
  };
  for (const commit of wanted.size > 0 ? history.commits.values() : []) {
    const subject = subjectOf(commit);
    for (const link of wanted.get(subject) ?? []) {
      const days = Math.abs(daysBetween(link.date ?? '', dayOf(commit.authorTime, timezone)));
      if (days <= 1) {
        offer(link, commit, 2 * days + (landed.has(commit.hash) ? 0 : 1));
      }
    }
    if (isSquashSubject(subject)) {
      for (const line of [
        subject.replace(PULL_REQUEST, '').trimEnd(),
        ...commit.message.split('\n').slice(1),
      ]) {
        for (const link of wanted.get(line.replace(LIST_MARK, '').trimEnd()) ?? []) {
          offer(link, commit, landed.has(commit.hash) ? 4 : 5);
        }
      }
    }
  }
  return new Map([...best].map(([link, { hash }]) => [link, hash]));
}

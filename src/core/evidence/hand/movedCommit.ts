import { dayOf, daysBetween } from '../../base/dates';
import type { HandLink } from '../../plan/model';
import type { Steps } from '../../base/steps';
import { addTo } from '../addTo';
import type { Commit, GoneCommit, History } from '../graph/history';
import { subjectOf } from '../graph/history';
import { isSquashSubject } from '../commits/messageEvidence';

const PULL_REQUEST = /\(#\d+\)\s*$/;
const LIST_MARK = /^\s*(?:[*-]\s+)?/;

/** How many commits are looked at in one step. */
const STEP = 2_000;

/** What is known of a commit that is looked for; `time` (seconds since 1970) only while git still has it. */
interface Wanted {
  readonly link: HandLink;
  readonly date: string;
  readonly time?: number;
}

/**
 * Finds the commits of hand-made links whose hash is gone. A commit with the same patch id is it, as far as
 * the history knows of one. Else a rebase keeps author date and subject, and a squash merge keeps the subject
 * as a line of its body, or as its own with the number added. Author dates may differ by a day, since the
 * link was written in another time zone. Where two commits fit equally well, none is taken. One pass over the
 * history.
 * @returns hash by link, for those that were found
 */
export function* findMoved(
  lost: readonly HandLink[],
  history: History,
  landed: Pick<ReadonlySet<string>, 'has'>,
  timezone: string | undefined,
): Steps<Map<HandLink, string>> {
  const moved = new Map<HandLink, string>();
  const bySubject = new Map<string, Wanted[]>();
  for (const link of lost) {
    const gone = history.gone?.get(link.hash);
    const copies = gone?.copies.filter(hash => history.commits.has(hash)) ?? [];
    const subject = gone ? subjectOf(gone.commit) : link.subject;
    const date = gone ? dayOf(gone.commit.authorTime, timezone) : link.date;
    if (gone && copies.length > 0) {
      const copy = bestCopy(gone, copies, history, landed);
      if (copy !== undefined) {
        moved.set(link, copy);
      }
    } else if (subject && date) {
      addTo(bySubject, subject, { link, date, ...(gone && { time: gone.commit.authorTime }) });
    }
  }
  if (bySubject.size > 0) {
    for (const [link, hash] of yield* findBySubject(bySubject, history, landed, timezone)) {
      moved.set(link, hash);
    }
  }
  return moved;
}

/**
 * Of commits that make the same change, the one with the same author time, then a landed one, then the one
 * with the same subject. Those that have all that in common are picks of one commit, and the oldest stands
 * for them; else there is no telling them apart.
 */
function bestCopy(
  { commit: { authorTime, message } }: GoneCommit,
  copies: readonly string[],
  { commits }: History,
  landed: Pick<ReadonlySet<string>, 'has'>,
): string | undefined {
  const subject = subjectOf({ message });
  const rank = (hash: string): number => {
    const copy = commits.get(hash);
    return (
      (copy?.authorTime === authorTime ? 0 : 4) +
      (landed.has(hash) ? 0 : 2) +
      (copy && subjectOf(copy) === subject ? 0 : 1)
    );
  };
  const least = copies.reduce((lowest, hash) => Math.min(lowest, rank(hash)), Infinity);
  const best = copies.filter(hash => rank(hash) === least);
  return best.length === 1 || least < 4 ? best.at(-1) : undefined;
}

function* findBySubject(
  wanted: ReadonlyMap<string, readonly Wanted[]>,
  history: History,
  landed: Pick<ReadonlySet<string>, 'has'>,
  timezone: string | undefined,
): Steps<Map<HandLink, string>> {
  const best = new Map<HandLink, { rank: number; hashes: Set<string> }>();
  const offer = ({ link }: Wanted, { hash }: Commit, kind: number): void => {
    const rank = 2 * kind + (landed.has(hash) ? 0 : 1);
    const known = best.get(link);
    if (!known || rank < known.rank) {
      best.set(link, { rank, hashes: new Set([hash]) });
    } else if (rank === known.rank) {
      known.hashes.add(hash);
    }
  };
  let looked = 0;
  for (const commit of history.commits.values()) {
    if (++looked % STEP === 0) {
      yield;
    }
    const subject = subjectOf(commit);
    for (const one of wanted.get(subject) ?? []) {
      const days = Math.abs(daysBetween(one.date, dayOf(commit.authorTime, timezone)));
      if (days <= 1) {
        offer(one, commit, one.time === commit.authorTime ? 0 : 1 + days);
      }
    }
    if (isSquashSubject(subject)) {
      const day = dayOf(commit.commitTime, timezone);
      for (const line of squashedLines(commit, subject)) {
        for (const one of wanted.get(line) ?? []) {
          // What was squashed is older than its squash.
          if (daysBetween(one.date, day) >= -1) {
            offer(one, commit, 3);
          }
        }
      }
    }
  }
  return new Map(
    [...best].flatMap(
      ([
        link,
        {
          hashes: [hash, other],
        },
      ]) => {
        return hash !== undefined && other === undefined ? [[link, hash] as const] : [];
      },
    ),
  );
}

/** Subjects that a squash merge keeps: its own without the number, and the lines of its body. */
function squashedLines({ message }: Commit, subject: string): readonly string[] {
  return [subject.replace(PULL_REQUEST, '').trimEnd(), ...message.split('\n').slice(1)].map(line =>
    line.replace(LIST_MARK, '').trimEnd(),
  );
}

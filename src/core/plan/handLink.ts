import type { CommitRef } from './change';
import { parseIsoDate } from '../base/dates';
import type { HandLink } from './model';

const ENTRY = /^(!?)\s*([0-9a-f]{7,40})(?:\s+(\d{4}-\d{2}-\d{2}))?(?:\s+(\S.*))?$/i;

/**
 * Reads an entry of `commits:` without its quotes: `<12 hex> <date> <subject>`, a bare hash prefix of
 * 7–40 hex digits, or either with `!` before it for an unlink. Undefined for anything else.
 */
export function parseHandLink(text: string): HandLink | undefined {
  const match = ENTRY.exec(text.trim());
  const hash = match?.[2]?.toLowerCase();
  if (!match || !hash) {
    return undefined;
  }
  const date = match[3] === undefined ? undefined : parseIsoDate(match[3]);
  const subject = match[4]?.trimEnd();
  return {
    hash,
    not: match[1] === '!',
    ...(date === undefined ? {} : { date }),
    ...(subject === undefined ? {} : { subject }),
  };
}

/** The entry that `parseHandLink` reads back: 12 digits of the hash, date and subject on one line. */
export function formatHandLink(commit: CommitRef, not: boolean): string {
  const subject = commit.subject.replace(/\s+/g, ' ').trim();
  return `${not ? '!' : ''}${commit.hash.slice(0, 12).toLowerCase()} ${commit.date} ${subject}`.trimEnd();
}

import type { CommitRef } from '../../plan/change';
import type { HandLink } from '../../plan/model';
import { formatHandLink, parseHandLink } from '../../plan/handLink';

const PREFIX = /^(not-)?commit:\s*/i;

/** The hand-made link in an entry of `references`; undefined for a URL, a path or anything else. */
export function parseReference(text: string): HandLink | undefined {
  const prefix = PREFIX.exec(text);
  const link = prefix ? parseHandLink(text.slice(prefix[0].length)) : undefined;
  return link && { ...link, not: prefix?.[1] !== undefined };
}

/** A link (or, with `not`, an unlink) as an entry of `references`. */
export function formatReference(commit: CommitRef, not: boolean): string {
  return `${not ? 'not-commit:' : 'commit:'}${formatHandLink(commit, false)}`;
}

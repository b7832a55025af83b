import type { CommitRef } from '../../plan/change';
import type { HandLink } from '../../plan/model';
import type { ListEntry } from './editList';

/**
 * The entries that turn an existing list into the wanted values: what is there under any spelling stays
 * where it is, the rest goes, what is missing comes at the end.
 * @param form what an entry's text and a wanted value that mean the same have in common
 */
export function mergeEntries(
  existing: readonly string[],
  wanted: readonly string[],
  form: (text: string) => string,
): ListEntry[] {
  const asked = new Set(wanted.map(form));
  const kept = existing.flatMap((text, index) => (asked.has(form(text)) ? [index] : []));
  const seen = new Set(existing.map(form));
  const added = wanted.filter(value => !seen.has(form(value)) && seen.add(form(value)));
  return [...kept, ...added];
}

/**
 * The entries of a list of hand-made links after `commits` were linked (or unlinked, with `not`). An
 * opposite entry of the same commit goes; new ones come in the order of their hashes, behind entries that
 * are no links.
 * @param existing what each entry says; undefined for one that is no link
 */
export function mergeLinks(
  existing: readonly (HandLink | undefined)[],
  commits: readonly CommitRef[],
  not: boolean,
  format: (commit: CommitRef) => string,
): ListEntry[] {
  const unique = commits.filter(({ hash }, at) => commits.findIndex(other => other.hash === hash) === at);
  const opposite = existing.map(link => link?.not !== not && unique.some(({ hash }) => isOf(link, hash)));
  const added = unique
    .filter(({ hash }) => !existing.some(link => link?.not === not && isOf(link, hash)))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1));
  const entries: { entry: ListEntry; hash: string | undefined }[] = existing.flatMap((link, index) =>
    opposite[index] ? [] : [{ entry: index, hash: link?.hash }],
  );
  for (const commit of added) {
    const entry = { entry: format(commit), hash: commit.hash };
    const next = entries.findIndex(({ hash }) => hash !== undefined && hash > commit.hash);
    const last = entries.findLastIndex(({ hash }) => hash !== undefined) + 1;
    entries.splice(next !== -1 ? next : last > 0 ? last : entries.length, 0, entry);
  }
  return entries.map(({ entry }) => entry);
}

/** Entries hold a prefix of the hash. */
function isOf(link: HandLink | undefined, hash: string): boolean {
  return link !== undefined && hash.toLowerCase().startsWith(link.hash.toLowerCase());
}

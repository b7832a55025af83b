import type { Commit, FileChange } from '../../core/evidence/graph/history';
import type { LogStrings } from '../../git/logStrings';

/** Some commits, children before parents, in columns: what comes again and again stands there once. */
interface Shard {
  readonly hashes: readonly string[];
  /** How many parents each commit has, and all of them: places in `hashes`, or, below zero, in `others`. */
  readonly parentCounts: readonly number[];
  readonly parents: readonly number[];
  readonly others: readonly string[];
  readonly people: readonly string[];
  /** Places in `people`. */
  readonly authors: readonly number[];
  readonly emails: readonly number[];
  readonly authorTimes: readonly number[];
  readonly commitTimes: readonly number[];
  readonly messages: readonly string[];
  /** How many files each commit changes, and all of them: places in `changes`. */
  readonly fileCounts: readonly number[];
  readonly files: readonly number[];
  readonly changes: readonly (readonly [path: string, status: string, before: string, after: string])[];
}

const NO_FILES: readonly FileChange[] = [];

/** The JSON of some commits, in the order of the history. */
export function encodeCommits(commits: readonly Commit[]): string {
  const places = new Map(commits.map(({ hash }, place) => [hash, place]));
  const others = new Places<string>();
  const people = new Places<string>();
  const changes = new Places<FileChange>();
  const parentOf = (hash: string): number => places.get(hash) ?? -1 - others.of(hash);
  const shard: Shard = {
    hashes: commits.map(({ hash }) => hash),
    parentCounts: commits.map(({ parents }) => parents.length),
    parents: commits.flatMap(({ parents }) => parents.map(parentOf)),
    others: others.values,
    people: people.values,
    authors: commits.map(({ author }) => people.of(author)),
    emails: commits.map(({ email }) => people.of(email)),
    authorTimes: commits.map(({ authorTime }) => authorTime),
    commitTimes: commits.map(({ commitTime }) => commitTime),
    messages: commits.map(({ message }) => message),
    fileCounts: commits.map(({ files }) => files.length),
    files: commits.flatMap(({ files }) => files.map(change => changes.of(change))),
    changes: changes.values.map(({ path, status, before, after }) => [path, status, before, after]),
  };
  return JSON.stringify(shard);
}

/**
 * The commits of one shard, in their order.
 * @param strings of the shards before it: equal texts become one
 */
export function decodeCommits(value: unknown, strings: LogStrings): Commit[] {
  const shard = value as Shard;
  const hashes = shard.hashes.map(hash => strings.commit(hash));
  const others = shard.others.map(hash => strings.parent(hash));
  const people = shard.people.map(text => strings.person(text));
  const changes = shard.changes.map(change => strings.change(...change));
  let parent = 0;
  let file = 0;
  return hashes.map((hash, place) => {
    const parents = new Array<string>(shard.parentCounts[place] as number);
    for (let at = 0; at < parents.length; at++) {
      const number = shard.parents[parent++] as number;
      parents[at] = (number < 0 ? others[-1 - number] : hashes[number]) as string;
    }
    const count = shard.fileCounts[place] as number;
    const files = count > 0 ? new Array<FileChange>(count) : NO_FILES;
    for (let at = 0; at < count; at++) {
      (files as FileChange[])[at] = changes[shard.files[file++] as number] as FileChange;
    }
    return {
      hash,
      parents,
      author: people[shard.authors[place] as number] as string,
      email: people[shard.emails[place] as number] as string,
      authorTime: shard.authorTimes[place] as number,
      commitTime: shard.commitTimes[place] as number,
      message: shard.messages[place] as string,
      files,
    };
  });
}

/** Numbers values as they come. */
class Places<T> {
  readonly values: T[] = [];
  private readonly places = new Map<T, number>();

  of(value: T): number {
    let place = this.places.get(value);
    if (place === undefined) {
      place = this.values.push(value) - 1;
      this.places.set(value, place);
    }
    return place;
  }
}

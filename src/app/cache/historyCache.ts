import type { Commit, History } from '../../core/evidence/graph/history';
import type { Location } from '../../git/location';
import { LogStrings } from '../../git/logStrings';
import { tipsOf, type StoredHistory } from '../../git/readHistory';
import type { LineChanges } from '../repositories/lineChanges';
import { CacheFolder, checksum, type CachePlace } from './cacheFolder';
import { circumstancesOf } from './circumstances';
import { decodeCommits, encodeCommits } from './commitShard';

/** So many commits are written and read without giving others a turn. */
const SHARD = 2048;

const INDEX = 'history';

/** What names the shards. The oldest commits come first, so that new ones leave most shards as they are. */
interface Index {
  readonly circumstances: string;
  readonly tips: readonly string[];
  readonly shallow: boolean;
  readonly shards: readonly ShardName[];
  readonly lines: { readonly files: readonly string[]; readonly changes: readonly [string, string[]][] };
}

interface ShardName {
  readonly name: string;
  readonly count: number;
}

/** What was known about a repository when it was last open. */
export interface Remembered {
  readonly history: StoredHistory;
  readonly lines: { readonly files: readonly string[]; readonly changes: LineChanges };
}

/** The commits of one working tree's repository, from one start of the product to the next. */
export class HistoryCache {
  private readonly folder: CacheFolder;
  /** As they were when the first commit was read. */
  private circumstances: string | undefined;
  private commits: readonly Commit[] = [];
  private shards: readonly ShardName[] = [];
  private saved: History | undefined;

  constructor(
    place: CachePlace,
    private readonly location: Location,
  ) {
    this.folder = new CacheFolder(place, `git-${checksum(location.gitDir).slice(0, 16)}`);
  }

  /** To be called before git is asked. Undefined when nothing is there that can be trusted. */
  async load(): Promise<Remembered | undefined> {
    this.circumstances = await circumstancesOf(this.location);
    const index = (await this.folder.read(INDEX)) as Index | undefined;
    if (!index || index.circumstances !== this.circumstances) {
      return undefined;
    }
    const strings = new LogStrings();
    const commits: Commit[] = [];
    const byHash = new Map<string, Commit>();
    for (const { name, count } of [...index.shards].reverse()) {
      const shard = await this.folder.read(name);
      const decoded = shard === undefined ? [] : decodeCommits(shard, strings);
      if (decoded.length !== count) {
        return undefined;
      }
      for (const commit of decoded) {
        commits.push(commit);
        byHash.set(commit.hash, commit);
      }
    }
    this.commits = commits;
    this.shards = index.shards;
    const { shallow, lines } = index;
    return {
      history: {
        commits: byHash,
        tips: new Set(index.tips),
        shallow,
      },
      lines: { files: lines.files, changes: new Map(lines.changes) },
    };
  }

  /**
   * Writes what is not written yet, a little at a time.
   * @param lineFiles the files that the line changes of the history are about
   */
  async save(history: History, lineFiles: readonly string[]): Promise<void> {
    const { circumstances } = this;
    const isOther = circumstances === undefined || circumstances !== (await circumstancesOf(this.location));
    if (this.saved === history || history.withoutFiles || isOther) {
      return;
    }
    const commits = [...history.commits.values()];
    const shards: ShardName[] = [];
    for (let end = commits.length; end > 0; end -= SHARD) {
      const count = Math.min(SHARD, end);
      const known = this.shards[shards.length];
      const same = known?.count === count && this.hasSame(commits, end, count);
      shards.push(same ? known : { name: await this.keep(commits.slice(end - count, end)), count });
    }
    const lines = [...(history.lineChanges ?? [])].map(
      ([hash, texts]) => [hash, [...texts]] as [string, string[]],
    );
    const index: Index = {
      circumstances,
      tips: [...tipsOf(history)],
      shallow: history.shallow,
      shards,
      // What a commit without lines held may not have been there to be read.
      lines: { files: lineFiles, changes: lines.filter(([, texts]) => texts.length > 0) },
    };
    await this.folder.write(INDEX, JSON.stringify(index));
    await this.folder.prune(new Set([INDEX, ...shards.map(({ name }) => name)]));
    this.commits = commits;
    this.shards = shards;
    this.saved = history;
  }

  private keep(commits: readonly Commit[]): Promise<string> {
    return this.folder.keep(encodeCommits(commits));
  }

  /** Whether the commits that end so far from the oldest one are those that were read or written last. */
  private hasSame(commits: readonly Commit[], end: number, count: number): boolean {
    const offset = this.commits.length - commits.length;
    for (let at = end - count; at < end; at++) {
      if (commits[at] !== this.commits[at + offset]) {
        return false;
      }
    }
    return true;
  }
}

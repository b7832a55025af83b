import type { PlanDocument } from '../../core/documents/document';
import { CacheFolder, checksum, type CachePlace } from './cacheFolder';

/** About so many files are written and read without giving others a turn. */
const SHARD = 256;

const INDEX = 'files';

/** A plan file as it was read. */
export interface ParsedEntry {
  /** See `FileSource.stamp`. */
  readonly stamp: string;
  /** Names syntax and content. */
  readonly key: string;
  readonly document: PlanDocument;
}

/** By root and path. */
export type ParsedFiles = ReadonlyMap<string, ParsedEntry>;

interface Index {
  /** By number: files whose names lead there. The number of shards is a power of two. */
  readonly shards: readonly string[];
}

/** Parsed plan files, from one start of the product to the next. */
export class ParsedFilesCache {
  private readonly folder: CacheFolder;

  constructor(place: CachePlace) {
    this.folder = new CacheFolder(place, 'files');
  }

  /** What was there at the last start, without the shards that are lost. */
  async load(): Promise<ParsedFiles> {
    const { shards = [] } = ((await this.folder.read(INDEX)) ?? {}) as Partial<Index>;
    const files = new Map<string, ParsedEntry>();
    for (const name of shards) {
      const entries = ((await this.folder.read(name)) ?? []) as [string, ParsedEntry][];
      entries.forEach(([path, entry]) => files.set(path, entry));
    }
    return files;
  }

  /** Writes the shards that are not there yet, one at a time. */
  async save(files: ParsedFiles): Promise<void> {
    const count = 2 ** Math.max(0, Math.ceil(Math.log2(files.size / SHARD)));
    const parts = Array.from({ length: count }, () => new Map<string, ParsedEntry>());
    for (const [path, entry] of files) {
      parts[shardOf(path, count)]?.set(path, entry);
    }
    const shards: string[] = [];
    for (const part of parts) {
      shards.push(await this.folder.keep(JSON.stringify([...part].sort(([a], [b]) => (a < b ? -1 : 1)))));
    }
    const index: Index = { shards };
    await this.folder.write(INDEX, JSON.stringify(index));
    await this.folder.prune(new Set([INDEX, ...shards]));
  }
}

function shardOf(path: string, count: number): number {
  return Number.parseInt(checksum(path).slice(0, 8), 16) % count;
}

import type { UnreadableFile } from '../core/formats/format';
import type { IsoDate } from '../core/base/dates';
import type { InsightInput, InsightQuestion, PlanInsight } from '../core/insight/planInsight';
import type { GitReader } from '../git/gitReader';
import type { GitWriter } from '../git/gitWriter';
import type { Location } from '../git/location';
import type { CachePlace } from './cache/cacheFolder';

/** What reading one file gave. A file that cannot be read is not an empty one. */
export type ReadOutcome =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly detail: string };

/**
 * What listing a folder gave: paths of the files below it, relative to the root, with `/`, and the folders
 * below it that could not be listed.
 */
export type ListOutcome =
  | {
      readonly kind: 'files';
      readonly paths: readonly string[];
      readonly unreadable?: readonly { readonly path: string; readonly detail: string }[];
    }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly detail: string };

/**
 * Reads plan files. `root` is a root's id. An adapter of an editor answers with the unsaved text of a
 * document before the disk. Links that lead out of the root are not followed.
 */
export interface FileSource {
  list(root: string, folder: string): Promise<ListOutcome>;
  read(root: string, path: string): Promise<ReadOutcome>;
  /**
   * What stays the same as long as a file does, so that it need not be read again; undefined where only reading
   * tells, as with a file that has just been written.
   */
  stamp?(root: string, path: string): Promise<string | undefined>;
  /** Whether the way from a folder to another one below it leads through a link, so that listing leaves it out. */
  isLinked?(root: string, folder: string, below: string): Promise<boolean>;
}

/** Where the application writes what happens, for whoever looks for a fault. */
export interface Log {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string, error?: unknown): void;
}

/** A plan folder that the user named (`milepost.plans`). */
export interface NamedPlan {
  /** Relative to the root, with `/`. */
  readonly folder: string;
  /** A `FormatId`; undefined = find out. */
  readonly format?: string;
}

/** A workspace root as the store is told about it. */
export interface RootOptions {
  /** An absolute path, or a URI where there is none. */
  readonly id: string;
  readonly name: string;
  /** Absolute path for git; undefined where the root is not on this machine's file system. */
  readonly path?: string;
  readonly plans: readonly NamedPlan[];
  /** What the user gave instead of the name of a plan, as it is written. */
  readonly misnamed?: readonly string[];
  /** The settings that may name more of them, where they could not be read. */
  readonly unread?: UnreadableFile;
  /** Plans that nobody named are not looked for. */
  readonly onlyNamed?: boolean;
}

/** What a store works with: files, a log, a clock, and a place for its cache. */
export interface StoreOptions {
  readonly files: FileSource;
  readonly log: Log;
  /** Where to keep what has been read for the next start; nowhere when undefined. */
  readonly cache?: CachePlace;
  /** Seconds since 1970. */
  readonly now: () => number;
  /** Where insight is computed; on this thread unless said otherwise. */
  readonly computeInsight?: ComputeInsight;
  /** Put insight into the snapshots as well; else it is only computed when asked for. */
  readonly followInsight?: boolean;
  /** Fixes "today" for every plan (the command line's `--today`). */
  readonly today?: string;
}

/** What may change while a store lives; telling it again reads everything again. */
export interface Workspace {
  readonly roots: readonly RootOptions[];
  /** How to reach git below a folder; undefined while git must not run (untrusted workspace). */
  readonly git?: (folder: string) => GitReader;
  /** How to write to a repository for the user; undefined where nothing may. */
  readonly gitWriter?: (place: Location) => GitWriter;
}

/** Computes insight, here or in a worker. @throws InsightEnded */
export type ComputeInsight = (
  inputs: readonly InsightInput[],
  today: IsoDate,
  question: InsightQuestion,
) => Promise<readonly PlanInsight[]> | readonly PlanInsight[];

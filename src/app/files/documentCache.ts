import { createHash } from 'node:crypto';
import type { PlanDocument } from '../../core/documents/document';
import { parseDocument } from '../../core/documents/parseDocument';
import { decode } from './nodeFiles';
import type { ParsedEntry, ParsedFilesCache } from '../cache/parsedFiles';
import type { FileSource, ReadOutcome } from '../ports';

/** What reading and parsing one file gave. */
export type DocumentOutcome =
  | { readonly kind: 'document'; readonly document: PlanDocument }
  | Exclude<ReadOutcome, { readonly kind: 'text' }>;

/**
 * Parsed plan files by content, named as git names a blob, so that the working tree, any ref and the
 * history share them. Keeps the newest `limit` documents that were asked for.
 */
export class DocumentCache {
  private readonly documents = new Map<string, PlanDocument>();
  /** What files were when they were last read, by root and path. */
  private readonly seen = new Map<string, Omit<ParsedEntry, 'document'>>();
  /** What an earlier run has read; what is still the same moves into `documents`. */
  private stored: Promise<Map<string, ParsedEntry>> | undefined;
  /** Whether `seen` is what the files' cache has. */
  private isSaved = true;

  constructor(
    private readonly files?: ParsedFilesCache,
    private readonly limit = 40_000,
  ) {}

  /** The document of a file, which is not read when it is known to be the one that was read before. */
  async read(source: FileSource, root: string, path: string): Promise<DocumentOutcome> {
    const place = `${root}\n${path}`;
    const stamp = this.files && (await source.stamp?.(root, path));
    const known = stamp === undefined ? undefined : await this.sameAs(place, stamp);
    if (known) {
      return { kind: 'document', document: known };
    }
    const outcome = await source.read(root, path);
    this.isSaved = !this.seen.delete(place) && this.isSaved;
    if (outcome.kind !== 'text') {
      return outcome;
    }
    const key = documentKey(path, blobId(Buffer.from(outcome.text)));
    if (stamp !== undefined) {
      this.seen.set(place, { stamp, key });
      this.isSaved = false;
    }
    return { kind: 'document', document: this.get(key, path, () => outcome.text) };
  }

  /** What was read of a file that has had its stamp since. */
  private async sameAs(place: string, stamp: string): Promise<PlanDocument | undefined> {
    const seen = this.seen.get(place);
    if (seen) {
      return seen.stamp === stamp ? this.documents.get(seen.key) : undefined;
    }
    this.stored ??= this.files?.load().then(files => new Map(files));
    const stored = await this.stored;
    const entry = stored?.get(place);
    if (entry?.stamp !== stamp) {
      return undefined;
    }
    stored?.delete(place);
    const { key, document } = entry;
    this.seen.set(place, { stamp, key });
    return this.keep(key, this.documents.get(key) ?? document);
  }

  /** Writes what is known of the files that were read, for the next run. */
  async save(): Promise<void> {
    const stored = await this.stored;
    if (this.isSaved && stored?.size === 0) {
      return;
    }
    const files = new Map<string, ParsedEntry>();
    for (const [place, { stamp, key }] of this.seen) {
      const document = this.documents.get(key);
      if (document) {
        files.set(place, { stamp, key, document });
      }
    }
    this.isSaved = true;
    // What has not been asked for by now is no part of a plan any more.
    stored?.clear();
    try {
      await this.files?.save(files);
    } catch (error) {
      this.isSaved = false;
      throw error;
    }
  }

  /** The document of a text; parsed when no equal text has been seen. */
  ofText(path: string, text: string): PlanDocument {
    return this.get(documentKey(path, blobId(Buffer.from(text))), path, () => text);
  }

  /** The document of a git blob; parsed when no equal one has been seen. */
  ofBlob(path: string, blob: string, content: Uint8Array): PlanDocument {
    return this.get(documentKey(path, blob), path, () => decode(content));
  }

  /** The document of a git blob that was parsed before. */
  known(path: string, blob: string): PlanDocument | undefined {
    return this.documents.get(documentKey(path, blob));
  }

  private get(key: string, path: string, text: () => string): PlanDocument {
    return this.keep(key, this.documents.get(key) ?? parseDocument(text(), syntaxOf(path)));
  }

  /** Taking it out and in again keeps the map in the order of use. */
  private keep(key: string, document: PlanDocument): PlanDocument {
    this.documents.delete(key);
    this.documents.set(key, document);
    if (this.documents.size > this.limit) {
      const [oldest] = this.documents.keys();
      this.documents.delete(oldest as string);
    }
    return document;
  }
}

/** What a parsed document is known by: how it is read and the name that git gives its text. */
export function documentKey(path: string, blob: string): string {
  return `${syntaxOf(path)} ${blob}`;
}

/** How a file is read, by its name. */
export function syntaxOf(path: string): 'markdown' | 'yaml' {
  return /\.ya?ml$/i.test(path) ? 'yaml' : 'markdown';
}

/** The name git gives a blob (SHA-1 repositories). */
function blobId(content: Buffer): string {
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
}

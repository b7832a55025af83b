import { createHash } from 'node:crypto';
import type { PlanDocument } from '../core/formats/document';
import { parseDocument } from '../core/formats/parseDocument';
import { decode } from './nodeFiles';

/**
 * Parsed plan files by content, named as git names a blob, so that the working tree, any ref and the
 * history share them. Keeps the newest `limit` documents that were asked for.
 */
export class DocumentCache {
  private readonly documents = new Map<string, PlanDocument>();

  constructor(private readonly limit = 40_000) {}

  /** The document of a text; parsed when no equal text has been seen. */
  ofText(path: string, text: string): PlanDocument {
    return this.get(path, blobId(Buffer.from(text)), () => text);
  }

  /** The document of a git blob; its content is needed only while `has` says no. */
  ofBlob(path: string, blob: string, content: Uint8Array | undefined): PlanDocument {
    return this.get(path, blob, () => decode(content ?? new Uint8Array()));
  }

  has(path: string, blob: string): boolean {
    return this.documents.has(keyOf(path, blob));
  }

  private get(path: string, blob: string, text: () => string): PlanDocument {
    const key = keyOf(path, blob);
    const found = this.documents.get(key);
    // Taking it out and in again keeps the map in the order of use.
    this.documents.delete(key);
    const document = found ?? parseDocument(text(), syntaxOf(path));
    this.documents.set(key, document);
    if (this.documents.size > this.limit) {
      const [oldest] = this.documents.keys();
      this.documents.delete(oldest as string);
    }
    return document;
  }
}

function keyOf(path: string, blob: string): string {
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

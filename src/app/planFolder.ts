import type { ParsedFile, PlanFormat, UnreadableFile } from '../core/formats/format';
import type { Plan } from '../core/plan/model';
import type { DocumentCache } from './documentCache';
import type { FileSource } from './ports';

/** How many files are read at once: enough to keep a disk busy, few enough for any limit on open files. */
const READERS = 32;

/** Reads one plan folder, and after that only the files that change. */
export class PlanFolder {
  private readonly files = new Map<string, ParsedFile>();
  private readonly unreadable = new Map<string, UnreadableFile>();
  private config: ParsedFile | undefined;

  constructor(
    private readonly source: FileSource,
    private readonly cache: DocumentCache,
    readonly root: string,
    readonly folder: string,
    readonly format: PlanFormat,
  ) {}

  /**
   * Lists and reads everything.
   * @returns false when there is no such folder
   */
  async readAll(): Promise<boolean> {
    const listing = await this.source.list(this.root, this.folder);
    this.files.clear();
    this.unreadable.clear();
    if (listing.kind === 'missing') {
      return false;
    }
    if (listing.kind === 'failed') {
      this.unreadable.set(this.folder, { path: this.folder, detail: listing.detail });
      return true;
    }
    await this.readFiles(listing.paths.filter(path => this.owns(path)));
    await this.readRootConfig();
    return true;
  }

  /**
   * Reads the files that may have changed; a path may also name a folder that came or went.
   * @returns whether anything is different now
   */
  async update(paths: readonly string[]): Promise<boolean> {
    const before = this.state();
    if (paths.every(path => this.owns(path))) {
      await this.readFiles(paths);
    } else {
      await this.readAll();
    }
    const after = this.state();
    return before.length !== after.length || after.some((part, index) => part !== before[index]);
  }

  /** Equal contents are one object in the cache, so comparing objects compares contents. */
  private state(): readonly unknown[] {
    const files = [...this.files.values()].sort(byPath).flatMap(({ path, document }) => [path, document]);
    return [...files, ...[...this.unreadable.values()].map(({ path, detail }) => `${path}: ${detail}`)];
  }

  /** Whether a path, relative to the root, concerns this plan. */
  concerns(path: string): boolean {
    return path === this.folder || path.startsWith(`${this.folder}/`) || path === this.format.rootConfig;
  }

  /** The format's file at the root, as last read. */
  get rootConfig(): ParsedFile | undefined {
    return this.config;
  }

  assemble(): Plan {
    return this.format.assemble({
      root: this.root,
      folder: this.folder,
      files: [...this.files.values()].sort(byPath),
      unreadable: [...this.unreadable.values()].sort(byPath),
      rootConfig: this.config,
    });
  }

  private owns(path: string): boolean {
    return path.startsWith(`${this.folder}/`) && this.format.owns(path.slice(this.folder.length + 1));
  }

  private async readFiles(paths: readonly string[]): Promise<void> {
    const waiting = [...paths];
    const readNext = async (): Promise<void> => {
      for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
        await this.readFile(path);
      }
    };
    await Promise.all(Array.from({ length: Math.min(READERS, paths.length) }, readNext));
  }

  private async readFile(path: string): Promise<void> {
    const outcome = await this.source.read(this.root, path);
    this.files.delete(path);
    this.unreadable.delete(path);
    if (outcome.kind === 'text') {
      this.files.set(path, { path, document: this.cache.ofText(path, outcome.text) });
    } else if (outcome.kind === 'failed') {
      this.unreadable.set(path, { path, detail: outcome.detail });
    }
  }

  private async readRootConfig(): Promise<void> {
    const path = this.format.rootConfig;
    const outcome = path && (await this.source.read(this.root, path));
    this.config =
      path && outcome && outcome.kind === 'text'
        ? { path, document: this.cache.ofText(path, outcome.text) }
        : undefined;
  }
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : 1;
}

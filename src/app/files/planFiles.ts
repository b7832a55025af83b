import type { AssembleInput, ParsedFile, Recogniser, UnreadableFile } from '../../core/formats/format';
import type { DocumentCache } from './documentCache';
import type { FileSource, ListOutcome } from '../ports';

/** How many files are read at once: enough to keep a disk busy, few enough for any limit on open files. */
const READERS = 32;

/** Lists a folder of the root. */
type List = (folder: string) => Promise<ListOutcome>;

/** Reads the files of one plan folder, and after that only those that change. What they say is not its business. */
export class PlanFiles {
  private readonly files = new Map<string, ParsedFile>();
  private readonly unreadable = new Map<string, UnreadableFile>();
  private config: ParsedFile | undefined;

  constructor(
    private readonly source: FileSource,
    private readonly cache: DocumentCache,
    readonly root: string,
    readonly folder: string,
    readonly recogniser: Recogniser,
  ) {}

  /**
   * Lists and reads everything.
   * @returns false when there is no such folder
   */
  async readAll(list: List = folder => this.source.list(this.root, folder)): Promise<boolean> {
    const listing = await this.listFiles(list);
    this.files.clear();
    this.unreadable.clear();
    if (listing.kind === 'missing') {
      return false;
    }
    if (listing.kind === 'failed') {
      this.unreadable.set(this.folder, { path: this.folder, detail: listing.detail });
      return true;
    }
    for (const folder of listing.unreadable ?? []) {
      if (this.isToldOf(folder)) {
        this.unreadable.set(folder.path, folder);
      }
    }
    await this.readFiles(listing.paths.filter(path => this.owns(path)));
    await this.readRootConfig();
    return true;
  }

  /** What is no file, and names that are no text, are told only where the plan could have files. */
  private isToldOf({ path, detail }: UnreadableFile): boolean {
    switch (detail) {
      case 'linked-folder':
      case 'folder-name-not-utf8':
        return this.owns(`${path}/tasks.md`);
      case 'not-a-file':
      case 'name-not-utf8':
        return this.owns(path);
      default:
        return true;
    }
  }

  /**
   * Reads the files that may have changed; a path may also name a folder that came or went, or one of the
   * files that editors leave beside others.
   * @returns whether anything is different now
   */
  async update(paths: readonly string[]): Promise<boolean> {
    // U+FFFD may stand for bytes that are no UTF-8, which only listing tells.
    const isForListing = (path: string): boolean =>
      path === this.folder ||
      path === this.recogniser.rootConfig ||
      path.includes('\ufffd') ||
      this.isClosed(path);
    if (paths.some(isForListing)) {
      return this.readAgain();
    }
    const linked = await Promise.all(paths.map(path => this.isLinked(path)));
    if (linked.includes(true)) {
      return this.readAgain();
    }
    const below = await Promise.all(
      paths.filter(path => !this.owns(path)).map(path => this.filesBelow(path)),
    );
    const files = below.flatMap(found => found ?? []);
    return below.includes(undefined)
      ? this.readAgain()
      : this.readFiles([...new Set([...paths.filter(path => this.owns(path)), ...files])]);
  }

  /** Whether a path is a linked folder or lies in one: listing leaves out what is behind it. */
  private async isLinked(path: string): Promise<boolean> {
    const folder = this.owns(path) ? path.slice(0, path.lastIndexOf('/')) : path;
    return (await this.source.isLinked?.(this.root, this.folder, folder)) ?? false;
  }

  /** @returns whether anything is different now */
  private async readAgain(): Promise<boolean> {
    const before = this.contents();
    await this.readAll();
    const after = this.contents();
    return before.size !== after.size || [...after].some(([path, content]) => before.get(path) !== content);
  }

  /** Whether a path lies in a folder that could not be listed, or is one. */
  private isClosed(path: string): boolean {
    return [...this.unreadable.keys()].some(
      folder => !this.owns(folder) && (path === folder || path.startsWith(`${folder}/`)),
    );
  }

  /** Files that were known below a path, and those that are there now; undefined when that cannot be told. */
  private async filesBelow(path: string): Promise<readonly string[] | undefined> {
    const known = [...this.files.keys(), ...this.unreadable.keys()].filter(file =>
      file.startsWith(`${path}/`),
    );
    const listing = await this.source.list(this.root, path);
    if (listing.kind === 'failed' || (listing.kind === 'files' && listing.unreadable?.length)) {
      return undefined;
    }
    return listing.kind === 'files' ? [...known, ...listing.paths.filter(file => this.owns(file))] : known;
  }

  /** Equal texts are one object in the cache, so comparing objects compares contents. */
  private contents(): ReadonlyMap<string, unknown> {
    return new Map<string, unknown>([
      ...[...this.files].map(([path, { document }]) => [path, document] as const),
      ...[...this.unreadable].map(([path, { detail }]) => [path, detail] as const),
      ['', this.config?.document],
    ]);
  }

  /** Whether a path, relative to the root, concerns the folder. */
  concerns(path: string): boolean {
    return path === this.folder || path.startsWith(`${this.folder}/`) || path === this.recogniser.rootConfig;
  }

  /** Whether there is anything that the format has to look at. */
  get isRecognised(): boolean {
    return this.files.size + this.unreadable.size > 0 || this.config !== undefined;
  }

  /** What could not be read. */
  get failures(): readonly UnreadableFile[] {
    return [...this.unreadable.values()].sort(byPath);
  }

  /** The format's file at the root, as last read. */
  get rootConfig(): ParsedFile | undefined {
    return this.config;
  }

  /** Its files that say how the others are read. */
  get configuring(): readonly ParsedFile[] {
    return [...this.files.values()].filter(({ path }) =>
      this.recogniser.configures?.(path.slice(this.folder.length + 1)),
    );
  }

  /** What was read, as a format takes it. */
  input(): AssembleInput {
    return {
      root: this.root,
      folder: this.folder,
      files: [...this.files.values()],
      unreadable: this.failures,
      rootConfig: this.config,
    };
  }

  /** The folder's files; for a plan that is one file, that file when it is there. */
  private async listFiles(list: List): Promise<ListOutcome> {
    const { folder, root } = this;
    if (!this.recogniser.singleFile) {
      return list(folder);
    }
    if (!this.owns(folder)) {
      return { kind: 'missing' };
    }
    // Listing what lies beside it may take long.
    const file = await this.source.read(root, folder);
    if (file.kind !== 'text') {
      return file;
    }
    const slash = folder.lastIndexOf('/');
    // Listing finds out whether a folder leads out of the root. What lies at its top is read as it is.
    const listing = slash === -1 ? undefined : await list(folder.slice(0, slash));
    if (listing && listing.kind !== 'files') {
      return listing;
    }
    const isListed = listing?.paths.includes(folder) ?? true;
    return isListed ? { kind: 'files', paths: [folder] } : { kind: 'missing' };
  }

  /** Whether a path, relative to the root, is a file of this folder that the format reads. */
  owns(path: string): boolean {
    if (this.recogniser.singleFile) {
      return path === this.folder && this.recogniser.owns(path);
    }
    return path.startsWith(`${this.folder}/`) && this.recogniser.owns(path.slice(this.folder.length + 1));
  }

  private async readFiles(paths: readonly string[]): Promise<boolean> {
    const waiting = [...paths];
    let changed = false;
    const readNext = async (): Promise<void> => {
      for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
        changed = (await this.readFile(path)) || changed;
      }
    };
    await Promise.all(Array.from({ length: Math.min(READERS, paths.length) }, readNext));
    return changed;
  }

  /** @returns whether the file says something else than before */
  private async readFile(path: string): Promise<boolean> {
    const outcome = await this.cache.read(this.source, this.root, path);
    const document = outcome.kind === 'document' ? outcome.document : undefined;
    const detail = outcome.kind === 'failed' ? outcome.detail : undefined;
    const changed =
      this.files.get(path)?.document !== document || this.unreadable.get(path)?.detail !== detail;
    this.files.delete(path);
    this.unreadable.delete(path);
    if (document) {
      this.files.set(path, { path, document });
    } else if (detail !== undefined) {
      this.unreadable.set(path, { path, detail });
    }
    return changed;
  }

  private async readRootConfig(): Promise<void> {
    const path = this.recogniser.rootConfig;
    const outcome = path && (await this.source.read(this.root, path));
    this.config =
      path && outcome && outcome.kind === 'text'
        ? { path, document: this.cache.ofText(path, outcome.text) }
        : undefined;
    if (path && outcome && outcome.kind === 'failed') {
      this.unreadable.set(path, { path, detail: outcome.detail });
    }
  }
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : 1;
}

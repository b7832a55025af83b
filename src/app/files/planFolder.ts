import type { AssembleInput, ParsedFile, PlanFormat, UnreadableFile } from '../../core/formats/format';
import { applyOverlay, withoutPlan } from '../../core/formats/applyOverlay';
import type { Overlay } from '../../core/formats/overlay';
import type { Plan } from '../../core/plan/model';
import { noDateOnce } from '../../core/plan/noDate';
import type { DocumentCache } from './documentCache';
import { inSlices } from '../following/inSlices';
import type { FileSource, ListOutcome } from '../ports';

/** How many files are read at once: enough to keep a disk busy, few enough for any limit on open files. */
const READERS = 32;

/** Reads one plan folder with its overlays, and after that only the files that change. */
export class PlanFolder {
  private readonly files = new Map<string, ParsedFile>();
  private readonly unreadable = new Map<string, UnreadableFile>();
  private config: ParsedFile | undefined;
  private joined: readonly PlanFolder[] = [];
  private targets = '';

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
    const listing = await this.listFiles();
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
    const changed = await Promise.all(
      this.joined.map(overlay => overlay.update(paths.filter(path => overlay.concerns(path)))),
    );
    return (await this.updateOwn(paths.filter(path => this.isOwn(path)))) || changed.includes(true);
  }

  private async updateOwn(paths: readonly string[]): Promise<boolean> {
    // U+FFFD may stand for bytes that are no UTF-8, which only listing tells.
    const isForListing = (path: string): boolean =>
      path === this.folder ||
      path === this.format.rootConfig ||
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

  /** Whether a path, relative to the root, concerns this plan. */
  concerns(path: string): boolean {
    return this.isOwn(path) || this.joined.some(overlay => overlay.concerns(path));
  }

  private isOwn(path: string): boolean {
    return path === this.folder || path.startsWith(`${this.folder}/`) || path === this.format.rootConfig;
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
      this.format.configures?.(path.slice(this.folder.length + 1)),
    );
  }

  /** Native folders that add to this plan. */
  get overlays(): readonly PlanFolder[] {
    return this.joined;
  }

  /** Every place where planning happens: folders with a `/` at their end, or the one file. */
  get planning(): readonly string[] {
    const own = this.format.singleFile ? this.folder : `${this.folder}/`;
    return [own, ...this.joined.flatMap(overlay => overlay.planning)];
  }

  /** What this folder adds to another plan, when it is no plan of its own. */
  overlay(): Overlay | undefined {
    return this.format.overlay?.(this.input());
  }

  /** Settles which overlays belong to this plan; `holds` tells when that has to be asked again. */
  join(overlays: readonly PlanFolder[]): void {
    this.joined = overlays;
    this.targets = this.currentTargets();
  }

  /** Whether the folder, read as `plan`, is still what it was when plans were looked for. */
  holds(plan: Plan): boolean {
    return this.targets === this.currentTargets() && (this.format.isPlan(plan) || !!this.overlay());
  }

  private currentTargets(): string {
    return JSON.stringify([this, ...this.joined].map(folder => folder.overlay()?.target.text));
  }

  /** The plan that its files make as they were read last. */
  assemble(): Promise<Plan> {
    return this.assembleFrom([this, ...this.joined].map(folder => folder.input()));
  }

  /**
   * The plan that other versions of its files make.
   * @param inputs of the folder, then of its overlays in their order
   */
  async assembleFrom([own = this.input(), ...added]: readonly AssembleInput[]): Promise<Plan> {
    const { format } = this;
    const input = { ...own, files: [...own.files].sort(byPath) };
    const plan = format.assembleSteps ? await inSlices(format.assembleSteps(input)) : format.assemble(input);
    const alone = this.format.overlay?.(own);
    const whole = this.joined.reduce(
      (joined, { format }, index) => {
        const input = added[index];
        const overlay = input && format.overlay?.(input);
        return overlay ? applyOverlay(joined, overlay) : joined;
      },
      alone ? withoutPlan(plan, alone) : plan,
    );
    return { ...whole, problems: noDateOnce(whole.problems) };
  }

  private input(): AssembleInput {
    return {
      root: this.root,
      folder: this.folder,
      files: [...this.files.values()],
      unreadable: this.failures,
      rootConfig: this.config,
    };
  }

  /** The folder's files; for a plan that is one file, that file when it is there. */
  private async listFiles(): Promise<ListOutcome> {
    const { folder, root } = this;
    if (!this.format.singleFile) {
      return this.source.list(root, folder);
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
    const listing = slash === -1 ? undefined : await this.source.list(root, folder.slice(0, slash));
    if (listing && listing.kind !== 'files') {
      return listing;
    }
    const isListed = listing?.paths.includes(folder) ?? true;
    return isListed ? { kind: 'files', paths: [folder] } : { kind: 'missing' };
  }

  /** Whether a path, relative to the root, is a file of this folder that the format reads. */
  owns(path: string): boolean {
    if (this.format.singleFile) {
      return path === this.folder && this.format.owns(path);
    }
    return path.startsWith(`${this.folder}/`) && this.format.owns(path.slice(this.folder.length + 1));
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
    const path = this.format.rootConfig;
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

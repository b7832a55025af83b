import { applyOverlay, withoutPlan } from '../../core/formats/applyOverlay';
import type { AssembleInput, ParsedFile, PlanFormat, Recogniser } from '../../core/formats/format';
import type { Overlay } from '../../core/formats/overlay';
import type { Plan } from '../../core/plan/model';
import { noDateOnce } from '../../core/plan/noDate';
import { inSlices } from '../following/inSlices';
import type { PlanFiles } from './planFiles';

/** One plan folder with its overlays: what its files say, in the manner of its format. */
export class PlanFolder {
  private joined: readonly PlanFolder[] = [];
  private targets = '';

  constructor(
    private readonly files: PlanFiles,
    readonly format: PlanFormat,
  ) {}

  /** How plans of its format are found. */
  get recogniser(): Recogniser {
    return this.files.recogniser;
  }

  get root(): string {
    return this.files.root;
  }

  get folder(): string {
    return this.files.folder;
  }

  /**
   * Reads the files that may have changed, of the folder and of its overlays (see `PlanFiles.update`).
   * @returns whether anything is different now
   */
  async update(paths: readonly string[]): Promise<boolean> {
    const changed = await Promise.all(
      this.joined.map(overlay => overlay.update(paths.filter(path => overlay.concerns(path)))),
    );
    const own = paths.filter(path => this.files.concerns(path));
    return (await this.files.update(own)) || changed.includes(true);
  }

  /** Whether a path, relative to the root, concerns this plan. */
  concerns(path: string): boolean {
    return this.files.concerns(path) || this.joined.some(overlay => overlay.concerns(path));
  }

  /** Whether a path, relative to the root, is a file of this folder that the format reads. */
  owns(path: string): boolean {
    return this.files.owns(path);
  }

  /** The format's file at the root, as last read. */
  get rootConfig(): ParsedFile | undefined {
    return this.files.rootConfig;
  }

  /** Its files that say how the others are read. */
  get configuring(): readonly ParsedFile[] {
    return this.files.configuring;
  }

  /** Native folders that add to this plan. */
  get overlays(): readonly PlanFolder[] {
    return this.joined;
  }

  /** Every place where planning happens: folders with a `/` at their end, or the one file. */
  get planning(): readonly string[] {
    const own = this.recogniser.singleFile ? this.folder : `${this.folder}/`;
    return [own, ...this.joined.flatMap(overlay => overlay.planning)];
  }

  /** What this folder adds to another plan, when it is no plan of its own. */
  overlay(): Overlay | undefined {
    return this.format.overlay?.(this.files.input());
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
    return this.assembleFrom([this, ...this.joined].map(({ files }) => files.input()));
  }

  /**
   * The plan that other versions of its files make.
   * @param inputs of the folder, then of its overlays in their order
   */
  async assembleFrom([own = this.files.input(), ...added]: readonly AssembleInput[]): Promise<Plan> {
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
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : 1;
}

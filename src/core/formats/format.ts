import type { Change, EditResult, EditTarget } from '../plan/change';
import type { FormatId, Plan } from '../plan/model';
import type { Steps } from '../base/steps';
import type { PlanDocument } from '../documents/document';
import type { Overlay } from './overlay';

/** A file of a plan folder after `parse`. */
export interface ParsedFile {
  /** Relative to the workspace root, with `/`. */
  readonly path: string;
  readonly document: PlanDocument;
}

/** A file of a plan folder that could not be read at all. */
export interface UnreadableFile {
  readonly path: string;
  readonly detail: string;
}

export interface AssembleInput {
  /** As the application names the workspace root. */
  readonly root: string;
  /** Relative to the root. */
  readonly folder: string;
  readonly files: readonly ParsedFile[];
  readonly unreadable: readonly UnreadableFile[];
  /** File at the root that configures the format, when the format has one and it exists. */
  readonly rootConfig?: ParsedFile;
}

/**
 * One way of keeping a plan in files. Pure: a format reads texts into items and turns a change into
 * the smallest text edits.
 */
export interface PlanFormat {
  readonly id: FormatId;
  /** True where a plan is one file: the "folder" of a plan is that file's path. */
  readonly singleFile?: boolean;
  /** A file at the workspace root that may name the plan folder, e.g. `backlog.config.yml`. */
  readonly rootConfig?: string;
  /** Folders to try, relative to the root, the likeliest first; none when a plan is only read where it is named. */
  folders(rootConfig: PlanDocument | undefined): readonly string[];
  /** Whether a file belongs to the plan; `path` is relative to the plan folder. */
  owns(path: string): boolean;
  /** Whether a file of the folder says how the others are read; `path` is relative to the plan folder. */
  configures?(path: string): boolean;
  /** Items and problems of the whole folder. Total: any documents give a plan. */
  assemble(input: AssembleInput): Plan;
  /** The same in small steps, in formats whose plans are large. */
  assembleSteps?(input: AssembleInput): Steps<Plan>;
  /** Whether what was assembled is a plan of this format, and not a folder that only has its name. */
  isPlan(plan: Plan): boolean;
  /** The overlay of another plan that a folder is instead of a plan, in formats that have such. */
  overlay?(input: AssembleInput): Overlay | undefined;
  /** The smallest edits of one file's text that express the change. */
  edit(text: string, target: EditTarget, change: Change, context: EditContext): EditResult;
}

export interface EditContext {
  readonly plan: Plan;
  /** Relative to the workspace root. */
  readonly path: string;
  /** Seconds since 1970, for formats that record when a file was changed. */
  readonly now: number;
}

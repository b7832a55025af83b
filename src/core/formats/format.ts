import type { Change, CommitRef, EditResult, EditTarget } from '../plan/change';
import type { TextEdit } from '../base/text';
import type { FormatId, Item, Plan } from '../plan/model';
import type { PlanSettings } from '../plan/settings';
import type { Steps } from '../base/steps';
import type { PlanDocument } from '../documents/document';
import type { Moving } from './moving';
import type { Overlay } from './overlay';
import type { Reference } from './references';

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

/** The files of a plan folder, from which a format makes a plan. */
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

/** Finds the plans of a format by the names of files and folders, before any code that reads them is there. */
export interface Recogniser {
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
  /** The kinds of items that can be added to its plans, with `FormatWriting.adding`. */
  readonly adds?: readonly Item['kind'][];
}

/** One way of keeping a plan in files, beyond its recogniser. Pure: a format reads texts into items. */
export interface PlanFormat {
  /** Items and problems of the whole folder. Total: any documents give a plan. */
  assemble(input: AssembleInput): Plan;
  /** The same in small steps, in formats whose plans are large. */
  assembleSteps?(input: AssembleInput): Steps<Plan>;
  /** Whether what was assembled is a plan of this format, and not a folder that only has its name. */
  isPlan(plan: Plan): boolean;
  /** The overlay of another plan that a folder is instead of a plan, in formats that have such. */
  overlay?(input: AssembleInput): Overlay | undefined;
  /** How its files are changed; loaded at the first change. */
  writing(): Promise<FormatWriting>;
}

/** How a format turns changes into the smallest text edits. Pure. */
export interface FormatWriting {
  /** The smallest edits of one file's text that express the change. */
  edit(text: string, target: EditTarget, change: Change, context: EditContext): EditResult;
  /** The edit of the file of `noTaskPlace` that says of commits that they need no task, in the format that has it. */
  noTask?(text: string, commits: readonly CommitRef[]): EditResult;
  /** All places of a file's text where an id stands that `isId` knows, in formats whose ids can be changed. */
  references?(
    text: string,
    document: PlanDocument,
    isId: (id: string) => boolean,
    settings: PlanSettings,
  ): readonly Reference[];
  /** How tasks are moved, in formats where they can be; loaded at the first move. */
  moving?(): Promise<Moving>;
  /** How items are added, in formats where they can be. */
  readonly adding?: Adding;
}

/** How a format writes new items. */
export interface Adding {
  /** The kinds of items whose ids are numbered; others have an id that follows from their file. */
  readonly numbers: readonly Item['kind'][];
  /** The file that says how new items are written, in formats that have one; relative to the root. */
  configFile?(plan: Plan): string | undefined;
  /** The file of a new item in a folder, with a name that no file of the plan has. */
  newFile(plan: Plan, folder: string, item: NewItem, context: NewItemContext): NewItemFile;
  /**
   * A new task as a line of a milestone's file; undefined where that file keeps no tasks, or the format has no such lines.
   * @param task its title is on one line, without blanks at its ends
   */
  newLine?(
    text: string,
    task: { readonly id: string; readonly title: string },
    settings: PlanSettings,
  ): NewLine | undefined;
}

/** What a new item says. */
export interface NewItem {
  readonly kind: Item['kind'];
  /** Of a kind that is numbered. */
  readonly id?: string;
  /** On one line, without blanks at its ends. */
  readonly title: string;
  /** Id of the milestone of a task. */
  readonly milestone?: string;
  readonly due?: string;
  /** 1–5. */
  readonly probability?: number;
  /** 1–5. */
  readonly impact?: number;
  /** What else it says. */
  readonly changes?: readonly Change[];
}

/** What a format may need to know for a new item besides its plan. */
export interface NewItemContext {
  /** Seconds since 1970. */
  readonly now: number;
  /** What stands in `Adding.configFile`. */
  readonly config?: PlanDocument;
}

/** The file of a new item. */
export interface NewItemFile {
  readonly path: string;
  readonly text: string;
  /** The item's id as the format spells it. */
  readonly id: string;
  /** Those of `NewItem.changes` that the text does not say yet, and that are made by `FormatWriting.edit`. */
  readonly rest: readonly Change[];
}

/** The edit that adds a line, and where the line then stands (zero-based). */
export interface NewLine {
  readonly edit: TextEdit;
  readonly line: number;
}

/** What an edit may need to know besides the text that it changes. */
export interface EditContext {
  readonly plan: Plan;
  /** Relative to the workspace root. */
  readonly path: string;
  /** Seconds since 1970, for formats that record when a file was changed. */
  readonly now: number;
}

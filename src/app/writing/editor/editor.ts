import type { TextEdit } from '../../../core/base/text';
import type { Completed } from '../completeJournal';

/** A file as an editor holds it: its text without a byte order mark, saved or not. */
export interface EditorDocument {
  getText(): string;
  readonly isDirty: boolean;
  /** Resolves to false when the file has changed on disk since it was opened. */
  save(): Promise<boolean>;
  /** Drops what is not saved, and brings in the text on disk. */
  reload(): Promise<void>;
}

/** Something that is done to a file. */
export type FileOperation =
  | { readonly kind: 'make'; readonly text: string }
  | { readonly kind: 'remove' }
  | { readonly kind: 'edit'; readonly edits: readonly TextEdit[] };

/** What writing needs of an editor. Files are relative to the root, with `/`. */
export interface Editor {
  /** Whether the files of a root lie on this machine: only there is a plan locked. */
  isLocal(root: string): boolean;
  /** The document of a file; undefined when there is none. */
  open(root: string, file: string): Promise<EditorDocument | undefined>;
  /** Does all of it in this order, and can stop in the middle. Resolves to whether it came to the end. */
  apply(root: string, operations: readonly (FileOperation & { readonly file: string })[]): Promise<boolean>;
  /** An edit that another process left half made was completed just now: what is known of the plan is old. */
  completed(left: Completed): Promise<void>;
}

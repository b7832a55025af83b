import type { TextEdit } from '../../../core/base/text';

/** A file that was changed or made in an editor, and what takes that back. */
export interface MadeFile {
  /** Relative to the root. */
  readonly file: string;
  readonly isNew?: true;
  /** The text of a file that was taken away. */
  readonly gone?: string;
  /** Whether it was saved, too. */
  readonly isSaved: boolean;
  /** Edits of the text that it has afterwards. */
  readonly back: readonly TextEdit[];
  /** Checksum of that text. */
  readonly after: string;
}

/** An edit that was made in an editor. */
export interface MadeEdit {
  readonly root: string;
  /** `Plan.folder`. */
  readonly plan: string;
  readonly files: readonly MadeFile[];
}

/** The names of files, to be told. */
export function fileNames(files: readonly { readonly file: string }[]): string {
  return files.map(({ file }) => file).join(', ');
}

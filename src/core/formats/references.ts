import type { TextEdit } from '../base/text';

/** What an id says where it stands. */
export type ReferenceKind =
  /** The `id:` of a file: it gives the item its id. */
  | 'definition'
  /** A value of the front matter that names the item. */
  | 'field'
  /** The id of a checklist line: it gives an inline task its id, or names a task that has a file. */
  | 'line'
  /** A dependency of an inline task. */
  | 'dependency'
  /** In prose: a title, a paragraph, the text of a link. */
  | 'mention';

/** A place in a text where an id stands. */
export interface Reference {
  readonly kind: ReferenceKind;
  /** UTF-16 code units of the text, from `start` up to, but not including, `end`. */
  readonly start: number;
  readonly end: number;
  /** As it is written there. */
  readonly id: string;
}

/** The edits that write another id in all of these places. */
export function renaming(references: readonly Reference[], id: string): readonly TextEdit[] {
  return references.map(({ start, end }) => ({ start, end, text: id }));
}

import type { Message } from '../base/message';
import type { Problem, ProblemMessages } from '../plan/problem';
import type { Range } from '../base/text';

/**
 * What one plan file says, read from its text alone: no path, no settings. It can be cached by content
 * and shared by the working tree, any ref and the whole history. Plain data, so that it survives
 * `structuredClone` and JSON.
 */
export interface PlanDocument {
  /** Front matter (or the whole of a YAML file) in its order; empty when there is none. */
  readonly fields: readonly Field[];
  readonly headings: readonly Heading[];
  readonly checks: readonly CheckLine[];
  /** Lines `**Depends on**: text` of the body; absent when there is none. */
  readonly notes?: readonly Note[];
  readonly problems: readonly Problem[];
  /** True when the file carries conflict markers; what was read is its "ours" side. */
  readonly conflict: boolean;
}

/** A field of the front matter. */
export interface Field {
  /** As the file spells it. */
  readonly key: string;
  readonly value: Value;
  /** Of key and value. */
  readonly range: Range;
  /** Why the value could not be read: then it is its source text, or nothing where that is too long. */
  readonly unread?: Unread;
}

/** Why an entry could not be read. */
export type Unread = Message<Pick<ProblemMessages, 'yaml' | 'entry-too-long' | 'entry-too-deep'>>;

/** Scalars keep their source text without quotes: `1e12345` stays what it is. `null` and `~` are ''. */
export type Value =
  | { readonly kind: 'scalar'; readonly text: string; readonly range: Range }
  | { readonly kind: 'list'; readonly items: readonly Value[]; readonly range: Range }
  | { readonly kind: 'map'; readonly fields: readonly Field[]; readonly range: Range };

/** A heading of the body. */
export interface Heading {
  /** 1–6. */
  readonly level: number;
  readonly text: string;
  readonly line: number;
}

/** What follows the label of a line such as `**Depends on**: Phase 1`. */
export interface Note {
  readonly text: string;
  readonly line: number;
  /** Index in `headings` of the heading above it. */
  readonly heading?: number;
}

/** A list line with a box, outside code and comments. */
export interface CheckLine {
  readonly line: number;
  /** Index in `checks` of the line it is indented under. */
  readonly parent?: number;
  /** Index in `headings` of the heading above it. */
  readonly heading?: number;
  /** The character in the box: ` `, `x`, `X`, `/`, `-` or another. */
  readonly mark: string;
  /** Character of the line at which `mark` stands. */
  readonly markAt: number;
  /** What follows the box and one space, to the end of the line. */
  readonly text: string;
  /** Character of the line at which `text` begins. */
  readonly textAt: number;
}

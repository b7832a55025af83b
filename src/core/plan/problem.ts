import type { Message } from '../base/message';
import type { Range } from '../base/text';

/** How bad a problem or a finding is. */
export type Severity = 'error' | 'warning' | 'info';

/** Every problem a plan file can have, with the arguments of its sentence. */
export interface ProblemMessages {
  /** A front matter line YAML cannot read. [what the YAML library said] */
  yaml: [detail: string];
  /**
   * An entry that is too long to be read. [its key, its size, the most that is read of it: less than usual where
   * other long entries stand above it; both in MB]
   */
  'entry-too-long': [field: string, size: number, limit: number];
  /** An entry that is nested too deeply to be read. [its key, the levels that are read] */
  'entry-too-deep': [field: string, levels: number];
  /** There are more problems of entries in this file than are listed. [how many] */
  'more-problems': [count: number];
  'front-matter-open': [];
  conflict: [];
  unreadable: [detail: string];
  'missing-id': [];
  /** A key stands twice in the front matter, maybe in two spellings. */
  'duplicate-field': [field: string];
  'bad-id': [id: string];
  'duplicate-id': [id: string, otherFile: string];
  /** Two items give one former or foreign id, so that it stands for neither. [the id, the other item, its file] */
  'alias-shared': [alias: string, otherId: string, otherFile: string];
  /** A former or foreign id that another item has as its id, and keeps. [the id, that item's file] */
  'alias-is-id': [alias: string, otherFile: string];
  'task-without-id': [title: string];
  'unknown-status': [status: string];
  'unknown-milestone': [milestone: string];
  'unknown-parent': [id: string];
  'unknown-dependency': [id: string];
  /** [its first members] */
  'dependency-cycle': [ids: string];
  'parent-cycle': [ids: string];
  'unknown-task': [id: string];
  /** A dismissal names it. */
  'unknown-item': [id: string];
  'unknown-finding': [code: string];
  'dismissed-without-reason': [code: string];
  /** [field, value, what is expected, e.g. `YYYY-MM-DD`] */
  'bad-value': [field: string, value: string, expected: string];
  /** A day that stands for none, as other tools export it. [the day, in how many places of the plan] */
  'no-date': [value: string, places: number];
  'reference-differs': [id: string, box: string, status: string];
  'ambiguous-reference': [id: string];
  'listed-again': [id: string];
  /** [what `for:` says] */
  'overlay-without-plan': [plan: string];
}

/** Something wrong in one place of a plan file. */
export interface Problem {
  readonly severity: Severity;
  readonly range: Range;
  readonly message: Message<ProblemMessages>;
}

/** Something wrong in a plan, and in which file. */
export interface PlanProblem extends Problem {
  /** Relative to the workspace root, with `/`. */
  readonly file: string;
}

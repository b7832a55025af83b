import type { Category } from '../../plan/category';
import type { PlanProblem } from '../../plan/problem';
import type { TaskDraft } from '../../plan/drafts';
import type { MilestoneDraft } from '../../plan/drafts';
import type { Status } from '../../plan/settings';
import type { CheckLine } from '../../documents/document';
import type { ParsedFile } from '../format';

/** A task that is one line with a box. */
export interface BoxTask {
  readonly draft: TaskDraft;
  readonly check: CheckLine;
  /** What the task counts as while its box is open: `open` unless its place says more. */
  readonly unticked: Category;
}

/** A milestone of a format whose tasks are boxes. */
export interface BoxMilestone {
  readonly draft: MilestoneDraft;
  /** Its own box, when it has one. */
  readonly check?: CheckLine;
  /** Another one with the same id, whose box that may be. */
  readonly namesake?: true;
  /** Whether its own box or its place says that it is done; else it is done once all of its tasks are. */
  readonly declared: boolean;
}

/** What one file of boxes says. */
export interface BoxFile {
  readonly milestones: readonly BoxMilestone[];
  readonly tasks: readonly BoxTask[];
  /** Statuses that the file itself makes up (the lanes of a board). */
  readonly statuses?: readonly Status[];
  readonly problems?: readonly PlanProblem[];
}

/**
 * Reads one file of a format whose tasks are boxes.
 * @param paths of all files of the plan, for what a file's own name does not tell
 */
export type ReadBoxFile = (file: ParsedFile, paths: readonly string[]) => BoxFile;

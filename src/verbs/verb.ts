import type { EditOutcome, PlannedEdit, Store } from '../app/store';
import type { WrittenFile } from '../app/writing/writeEdit';
import type { InsightMessages } from '../core/insight/insightProblem';
import type { Message } from '../core/base/message';
import type { RefusalMessages } from '../core/plan/change';
import type { GitMessages } from '../core/snapshot';

/** Why a verb has not done what was asked: one sentence. */
export type VerbProblem = Message<RefusalMessages & GitMessages & InsightMessages>;

/** What a verb gives, or why it gives nothing. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: VerbProblem };

/** An edit that has been made. */
export interface Written {
  readonly edit: PlannedEdit;
  /** On disk, what is different from before beside the texts of its files. */
  readonly written: readonly WrittenFile[];
}

/**
 * How edits get into files: through the documents of an editor, on disk, or nowhere, for who only wants to see them.
 * @param plan computes the edit anew from the text as it is by then
 */
export type Writer = (plan: () => Promise<EditOutcome>) => Promise<Outcome<Written>>;

/** What verbs that only read work on. */
export interface Reading {
  readonly store: Store;
}

/** What verbs that write work on. */
export interface Writing extends Reading {
  readonly write: Writer;
}

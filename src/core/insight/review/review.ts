import type { Link } from '../../evidence/link';
import type { ChecklistItem } from '../../plan/model';
import type { PlanProblem } from '../../plan/problem';
import type { NotCommitted } from './notCommitted';
import type { PlanChange } from './planChanges';
import type { TakenId } from './takenIds';

/** One end of a reviewed range. */
export interface ReviewEnd {
  /** As asked for: a branch, tag or hash. */
  readonly name: string;
  readonly hash: string;
}

/** A commit of the range under review. */
export interface ReviewCommit {
  readonly hash: string;
  readonly subject: string;
  readonly author: string;
  /** Author time, seconds since 1970. */
  readonly time: number;
  readonly merge: boolean;
  /** Links to tasks of the plan, strongest first. */
  readonly links: readonly Link[];
}

/** What a range of commits means for one plan. */
export interface Review {
  /** Where the range begins: the merge base of what was asked for. */
  readonly base: ReviewEnd;
  readonly head: ReviewEnd;
  /** Newest first. */
  readonly commits: readonly ReviewCommit[];
  /** Work commits of the range without a task. */
  readonly withoutTask: readonly string[];
  /** Keys of the tasks that the range works on, most commits first. */
  readonly tasks: readonly string[];
  /** Plan items added, removed and changed from base to head, or to the files where head is what is checked out. */
  readonly changes: readonly PlanChange[];
  /** Ids of new tasks that the default branch has given to others meanwhile. */
  readonly takenIds: readonly TakenId[];
  /** What of it is in no commit yet; undefined where the range ends at a commit that was asked for. */
  readonly notCommitted?: NotCommitted;
  /** Files that could not be read at base or at head: what changed in them is not among the changes. */
  readonly unread: readonly PlanProblem[];
  /** Unchecked criteria of those tasks, as the plan stands at head. */
  readonly openCriteria: readonly { readonly task: string; readonly item: ChecklistItem }[];
  /** Other active tasks whose commits touched files of this range. */
  readonly sameFiles: readonly { readonly task: string; readonly files: readonly string[] }[];
}

import type { Category } from '../core/plan/category';
import type { Severity } from '../core/plan/problem';
import type { Text } from '../words/text';
import type { Remedy } from '../core/insight/findings/remedies';

/** The lists of the panel that are shown page by page. */
export const LISTS = [
  'milestones',
  'closedMilestones',
  'recent',
  'landed',
  'due',
  'blocked',
  'path',
  'findings',
  'ruleFindings',
  'issues',
  'riskMoves',
  'risks',
  'closedRisks',
  'people',
  'tasks',
  'commits',
  'without',
  'changes',
  'criteria',
  'sameFiles',
] as const;

/** Lists that are shown in pages. */
export type ListId = (typeof LISTS)[number];

/** The commands that the page can ask the host to run. */
export const COMMANDS = ['refresh', 'showLog', 'manageTrust', 'commitPlan', 'fetch', 'undo'] as const;

/** Ways out of an empty or a broken state. */
export type PanelCommand = (typeof COMMANDS)[number];

/** The first rows of a list, and how many there are in all. */
export interface Paged<T> {
  readonly list: ListId;
  readonly rows: readonly T[];
  readonly total: number;
  /** No more rows can be asked for: the message would become too large. */
  readonly capped: boolean;
}

/** An item of the plan that can be opened. `uid` is empty when it is not in the plan that is shown. */
export interface ItemModel {
  readonly kind: 'milestone' | 'task' | 'risk';
  readonly uid: string;
  readonly id: string;
  readonly title: string;
}

/** A task in a list of the panel. */
export interface TaskModel extends ItemModel {
  readonly status: string;
  readonly category: Category;
}

/** A calendar day with what it means today, e.g. "in 5 days". */
export interface DayModel {
  /** ISO. */
  readonly date: string;
  readonly text: Text;
  readonly passed: boolean;
}

/** A line of a file, and what the panel says about it. */
export interface PlaceModel {
  readonly file: string;
  readonly line: number;
  readonly text: Text;
}

/** A finding and its item. */
export interface FindingModel extends ItemModel {
  readonly severity: Severity;
  readonly reasons: readonly Text[];
  /** Gestures that can settle it, the likeliest first; none where the item is not in the plan that is shown. */
  readonly remedies: readonly Remedy[];
}

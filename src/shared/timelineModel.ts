import type { DayModel } from './parts';
import type { TaskModel } from './parts';
import type { ItemModel } from './parts';
import type { Text } from '../words/text';

/** First and last day, both included. */
export interface SpanModel {
  readonly start: string;
  readonly finish: string;
}

/** One task as a bar. */
export interface BarModel extends TaskModel {
  readonly span: SpanModel;
  /** On the longest path to a milestone or to the end of the plan, or without float to that end. */
  readonly critical: boolean;
  /** Its estimate is assumed, so its dates are. */
  readonly assumed: boolean;
  /** From the day on which work on it began to yesterday, where that is known. */
  readonly past?: SpanModel;
  readonly due?: string;
  /** Ends after its due date, or one downstream of it. */
  readonly late: boolean;
  /** Dates of the same task in the schedule of the baseline, where something that they rest on has changed since. */
  readonly before?: SpanModel;
  /** Uids of what it waits for, among the tasks that are shown. */
  readonly after: readonly string[];
  /** Uids of what comes before it on the critical path to a milestone or to the end, among the tasks that are shown. */
  readonly drivers: readonly string[];
  /** The bar in words: dates, work left, progress, people, float. */
  readonly text: Text;
}

/** A milestone with its tasks; without one, the tasks that have none. */
export interface BarGroupModel {
  readonly milestone?: ItemModel;
  readonly name: Text;
  /** What is unfolded or folded by. */
  readonly id: string;
  /** From the first start to the last finish of its bars. */
  readonly span?: SpanModel;
  readonly due?: DayModel;
  /** Its due date in the baseline, when it was another. */
  readonly dueBefore?: string;
  /** Calendar days after its due date by which it has even odds, or is scheduled to end without a forecast. */
  readonly slip?: number;
  /** 50 and 85 % of the forecast. */
  readonly likely?: SpanModel;
  /** Its dates in words, and how they come about. */
  readonly text: Text;
  readonly bars: readonly BarModel[];
  /** Bars that were left out, since the message would become too large. */
  readonly more: number;
}

/** What the tab *Timeline* shows. */
export interface TimelineModel {
  readonly tab: 'timeline';
  readonly kind: 'timeline';
  readonly today: string;
  /** Days to be drawn. */
  readonly span: SpanModel;
  /** ISO weekdays on which nobody works, and days off, for shading. */
  readonly weekend: readonly number[];
  readonly off: readonly SpanModel[];
  readonly groups: readonly BarGroupModel[];
  /** What can be filtered by. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly labels: readonly string[];
  /** What has to be known to read it. */
  readonly notes: readonly Text[];
  /** Why there are no bars. */
  readonly empty?: Text;
}

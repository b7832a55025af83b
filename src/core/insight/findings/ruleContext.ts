import type { Message } from '../../base/message';
import { workdaysBetween } from '../../plan/countWorkdays';
import type { IsoDate } from '../../base/dates';
import type { Item, Task } from '../../plan/model';
import type { Severity } from '../../plan/problem';
import type { FindingMessages, RuleMessages } from './finding';
import { ownWork } from '../forecast/queues';
import type { MilestoneHealth } from '../health/health';
import type { MilestoneOutlook, OutlookInput } from '../health/outlook';
import type { PlanHistory } from '../history/planHistory';
import type { PlanSchedule, ScheduledTask } from '../schedule/planSchedule';
import { WorkCalendar } from '../schedule/workCalendar';
import type { Overload } from '../workload/overload';

/** What the rules look at: a plan, what was computed of it, and its past. */
export interface RuleInput extends OutlookInput {
  /** Undefined where git has not answered, or cannot. */
  readonly history?: PlanHistory;
  /** The schedule with its dates, also where too little is known to tell them. */
  readonly dated: PlanSchedule;
  /** Of all plans that share people; those about items of other plans are left to them. */
  readonly overloads: readonly Overload[];
}

/** A reason of a finding. */
export type RuleReason = Message<FindingMessages>;

/** A finding before it is known whether its file dismisses it. */
export interface Found {
  readonly item: Item;
  readonly id: keyof RuleMessages;
  readonly severity: Severity;
  readonly reasons: readonly RuleReason[];
}

/** Answers that several rules ask for, prepared once. */
export interface RuleContext extends RuleInput {
  readonly calendar: WorkCalendar;
  readonly outlooks: readonly MilestoneOutlook[];
  readonly healths: ReadonlyMap<string, MilestoneHealth>;
  /** Tasks that are work of their own and not dropped. */
  readonly work: readonly Task[];
  /** Its dates, also where they are not to be told: what follows from its own estimate alone may be. */
  readonly scheduled: (task: Task) => ScheduledTask | undefined;
  /** Tasks above a task, the nearest first. */
  readonly above: (task: Task) => readonly Task[];
  readonly outlookOf: (milestone: string | undefined) => MilestoneOutlook | undefined;
  /** Working days from a day, not included, until today. */
  readonly since: (day: IsoDate) => number;
  /** Too much asked of people until the day on which an item is due. */
  readonly asked: (item: Item) => readonly RuleReason[];
}

/** From this share of the work on, something that most of it has is missed in the rest. */
export const CUSTOM_SHARE = 0.7;
/** With fewer items than this, a plan shows no habit whose exceptions could be missed. */
export const FEWEST_FOR_CUSTOM = 5;

/** Gathers what rules ask about a plan, each answer computed at most once. */
export function ruleContext(
  input: RuleInput,
  outlooks: readonly MilestoneOutlook[],
  healths: ReadonlyMap<string, MilestoneHealth>,
): RuleContext {
  const { plan, today, dated } = input;
  const byKey = new Map(plan.tasks.map(task => [task.key, task] as const).toReversed());
  const byMilestone = new Map(
    outlooks.map(outlook => [outlook.milestone.key, outlook] as const).toReversed(),
  );
  const own = input.overloads.filter(({ subject }) => subject.plan === plan.uid);
  return {
    ...input,
    outlooks,
    healths,
    calendar: new WorkCalendar(plan.settings, today),
    work: ownWork(plan),
    scheduled: ({ uid }) => dated.tasks.get(uid),
    above: task => {
      const found: Task[] = [];
      // A task without an id has an empty key, and is nobody's parent.
      const parentOf = ({ parent }: Task) => (parent === undefined ? undefined : byKey.get(parent));
      let next = parentOf(task);
      while (next && !found.includes(next)) {
        found.push(next);
        next = parentOf(next);
      }
      return found;
    },
    outlookOf: milestone => byMilestone.get(milestone ?? ''),
    since: day => workdaysBetween(day, today, plan.settings),
    asked: ({ kind, uid }) =>
      own
        .filter(({ subject }) => subject.kind === kind && subject.uid === uid)
        .map(({ person, demand, capacity, until }) => ({
          code: 'over-allocated',
          args: [person, tenths(demand), tenths(capacity), until],
        })),
  };
}

/** Whether work can still be expected of it. */
export function isOpen({ category }: Pick<Task, 'category'>): boolean {
  return category !== 'done' && category !== 'dropped';
}

/** Days to tenths, as they are shown. */
export function tenths(days: number): number {
  return Math.round(days * 10) / 10;
}

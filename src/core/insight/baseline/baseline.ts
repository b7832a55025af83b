import type { IsoDate } from '../../base/dates';
import type { Milestone, Task } from '../../plan/model';
import { finishOf, milestoneDates, shifted } from '../effect/shift';
import type { PlanOutlook, Shift } from '../effect/shift';
import type { Health } from '../health/health';
import type { PlanProgress } from '../progress/progress';
import { riskMovements } from '../risks/register';
import type { RiskMovement } from '../risks/register';
import { firstByKey } from './firstByKey';
import { scopeSince } from './scope';
import type { ScopeChange } from './scope';

/** A plan on a day, with what followed from it on that day. */
export interface BaselineSide extends PlanOutlook {
  readonly progress: PlanProgress;
}

/** A milestone then and now; undefined where it was, or is, not there, or nothing is known. */
export interface MilestoneBaseline {
  readonly key: string;
  readonly id: string;
  readonly title: string;
  readonly change?: 'added' | 'removed';
  readonly due: Shift<IsoDate>;
  /** Last day of its work by the schedule within the limits; of the day then, and of today. */
  readonly finish: Shift<IsoDate>;
  readonly p50: Shift<IsoDate>;
  readonly p85: Shift<IsoDate>;
  /** Tasks. */
  readonly done: Shift<number>;
  readonly total: Shift<number>;
  /** As computed, whatever its owner says. */
  readonly health: Shift<Health>;
}

/** What has moved of a task that was there then and is now. */
export interface TaskBaseline {
  readonly uid: string;
  readonly id: string;
  readonly title: string;
  readonly status?: Shift<string>;
  readonly due?: Shift<IsoDate>;
  /** By the schedule within the limits, where it was open then and is now. */
  readonly finish?: Shift<IsoDate>;
}

/** What became of a plan since a day. */
export interface Baseline {
  /** The day that is looked from, then and now. */
  readonly day: { readonly from: IsoDate; readonly to: IsoDate };
  /** Of all open work. */
  readonly finish: Shift<IsoDate>;
  /** All there were and are, in the order of now, those that are gone last. */
  readonly milestones: readonly MilestoneBaseline[];
  /** Only those of which something has moved, in the order of the plan. */
  readonly tasks: readonly TaskBaseline[];
  readonly scope: ScopeChange;
  readonly risks: readonly RiskMovement[];
}

/**
 * Compares a plan with itself on an earlier day, item by item as ids have it. Dates that are computed are those that
 * could have been computed then: what has been learned since counts on one side only.
 */
export function baselineOf(then: BaselineSide, now: BaselineSide): Baseline {
  return {
    day: { from: then.insight.today, to: now.insight.today },
    finish: { from: finishOf(then.insight), to: finishOf(now.insight) },
    milestones: milestonesSince(then, now),
    tasks: tasksSince(then, now),
    scope: scopeSince(then.plan, now.plan),
    risks: riskMovements(then.plan, now.plan),
  };
}

function milestonesSince(then: BaselineSide, now: BaselineSide): MilestoneBaseline[] {
  const [were, are] = [firstByKey(then.plan.milestones), firstByKey(now.plan.milestones)];
  return [...new Set([...are.keys(), ...were.keys()])].map(key => {
    const [was, is] = [were.get(key), are.get(key)];
    const [from, to] = [stateOf(then, was), stateOf(now, is)];
    const { id, title } = (is ?? was) as Milestone;
    return {
      key,
      id,
      title,
      ...(!was && { change: 'added' as const }),
      ...(!is && { change: 'removed' as const }),
      due: { from: from.due, to: to.due },
      finish: { from: from.finish, to: to.finish },
      p50: { from: from.p50, to: to.p50 },
      p85: { from: from.p85, to: to.p85 },
      done: { from: from.done, to: to.done },
      total: { from: from.total, to: to.total },
      health: { from: from.health, to: to.health },
    };
  });
}

/** A milestone on one side; nothing of one that is not there. */
function stateOf(side: BaselineSide, milestone: Milestone | undefined) {
  const progress = milestone && side.progress.milestones.get(milestone.key);
  return {
    ...milestoneDates(side, milestone?.key ?? ''),
    due: milestone?.due,
    done: milestone && (progress?.done ?? 0),
    total: milestone && (progress?.total ?? 0),
    health: milestone && side.insight.healths.get(milestone.uid)?.computed,
  };
}

function tasksSince(then: BaselineSide, now: BaselineSide): TaskBaseline[] {
  const were = firstByKey(then.plan.tasks);
  return [...firstByKey(now.plan.tasks).values()].flatMap((is): TaskBaseline[] => {
    const was = were.get(is.key);
    if (!was) {
      return [];
    }
    const [from, to] = [finishIn(then, was), finishIn(now, is)];
    const moved = {
      ...shifted('status', was.status, is.status),
      ...shifted('due', was.due, is.due),
      ...(from !== undefined && to !== undefined && shifted('finish', from, to)),
    };
    const { uid, id, title } = is;
    return Object.keys(moved).length > 0 ? [{ uid, id, title, ...moved }] : [];
  });
}

function finishIn({ insight }: BaselineSide, { uid }: Task): IsoDate | undefined {
  const dates = insight.schedule.tasks.get(uid);
  return dates && (dates.limitedFinish ?? dates.finish);
}

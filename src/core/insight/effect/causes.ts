import { workdaysBetween } from '../../plan/countWorkdays';
import type { IsoDate } from '../../base/dates';
import { addTo } from '../../evidence/addTo';
import type { Plan } from '../../plan/model';
import { queuesOf } from '../forecast/queues';
import type { PlanChange } from '../review/planChanges';
import type { BranchChange } from './branchChanges';
import { relations } from './related';
import type { IsRelated } from './related';
import type { PlanOutlook, Shift } from './shift';
import type { TrialDates } from './trial';

/** So many changes of a branch are tried alone at most. */
const MOST_TRIALS = 40;
/** And in a large plan so few that this many tasks are scheduled: a few seconds of the worker's time. */
const MOST_SCHEDULED = 20_000;

/** The changes that are tried alone, in their order. Risks move no schedule. */
export function triedChanges(changes: readonly BranchChange[], { tasks }: Plan): BranchChange[] {
  const most = Math.min(MOST_TRIALS, Math.floor(MOST_SCHEDULED / Math.max(1, tasks.length)));
  return changes.filter(({ change }) => change.kind !== 'risk').slice(0, most);
}

/** Finds what moves dates, among the changes of a branch. */
export class Causes {
  private readonly tried: readonly BranchChange[];
  private readonly relatedTo: (milestone: string) => IsRelated;
  private readonly ranks: ReadonlyMap<string, number>;
  /** By key of a milestone; asked for once for each of its dates. */
  private readonly related = new Map<string, readonly BranchChange[]>();
  /** By key of a task: its milestones, without the branch and with it. */
  private readonly milestones = new Map<string, string[]>();

  constructor(
    private readonly changes: readonly BranchChange[],
    private readonly without: PlanOutlook,
    private readonly withIt: PlanOutlook,
  ) {
    this.tried = triedChanges(changes, without.plan);
    this.relatedTo = relations([without.plan, withIt.plan]);
    this.ranks = new Map(queuesOf(withIt.plan).map(({ key }, rank) => [key, rank]));
    for (const { key, milestone = '' } of [...without.plan.tasks, ...withIt.plan.tasks]) {
      addTo(this.milestones, key, milestone);
    }
  }

  /**
   * What moves the scheduled end of a milestone, or of the plan without a key: the changes that alone move it the same
   * way by a working day at least. Where none does, several do together: then those that have to do with it.
   */
  ofFinish({ from, to }: Shift<IsoDate>, key: string | undefined): readonly PlanChange[] {
    const dateOf = ({ finish, milestones }: TrialDates) => (key === undefined ? finish : milestones.get(key));
    const later = (to ?? LAST) > (from ?? LAST);
    const alone = this.tried.filter((_, index) => {
      const dates = this.without.insight.trials?.[index];
      const date = dates && dateOf(dates);
      return dates !== undefined && (date ?? LAST) > (from ?? LAST) === later && this.isMoved(from, date);
    });
    return (alone.length > 0 ? alone : this.about(key)).map(({ change }) => change);
  }

  /** What moves the forecast of a milestone by the schedule. */
  ofNetwork(shift: Shift<IsoDate>, finish: Shift<IsoDate>, key: string): readonly PlanChange[] {
    return this.isMoved(finish.from, finish.to) &&
      (finish.from ?? LAST) < (finish.to ?? LAST) === isLater(shift)
      ? this.ofFinish(finish, key)
      : this.about(key).map(({ change }) => change);
  }

  /** What moves the forecast of a milestone by past weeks: tasks that come or go in it or in one that is served before. */
  ofThroughput(key: string): readonly PlanChange[] {
    const rank = this.ranks.get(key) ?? Infinity;
    return this.changes.flatMap(({ change, trial: { item, field } }) =>
      item.kind === 'milestone' ||
      (item.kind === 'task' &&
        (field === undefined || COUNTED.includes(field)) &&
        (this.milestones.get(item.key) ?? []).some(one => (this.ranks.get(one) ?? Infinity) <= rank))
        ? [change]
        : [],
    );
  }

  /** Whether two days are a working day apart at least; a day that is not there is after all others. */
  isMoved(from: IsoDate | undefined, to: IsoDate | undefined): boolean {
    if (from === undefined || to === undefined) {
      return from !== to;
    }
    const { settings } = this.withIt.plan;
    return from < to ? workdaysBetween(from, to, settings) >= 1 : workdaysBetween(to, from, settings) >= 1;
  }

  private about(key: string | undefined): readonly BranchChange[] {
    if (key === undefined) {
      return this.changes;
    }
    let found = this.related.get(key);
    if (!found) {
      const isRelated = this.relatedTo(key);
      found = this.changes.filter(({ trial: { item } }) => isRelated(item));
      this.related.set(key, found);
    }
    return found;
  }
}

/** After every day. */
const LAST = '~';

/** Fields of a task that decide whether it counts, and where. */
const COUNTED: readonly string[] = ['status', 'milestone', 'parent'];

function isLater({ from, to }: Shift<IsoDate>): boolean {
  return (from ?? LAST) < (to ?? LAST);
}

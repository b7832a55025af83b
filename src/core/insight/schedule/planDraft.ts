import type { IsoDate } from '../../base/dates';
import type { Plan, Task } from '../../plan/model';
import { parentsOf } from '../../plan/parents';
import { bindingDue } from '../bindingDue';
import { criticalPath } from './criticalPath';
import type { Activities, Passes } from './criticalPath';
import { planNetwork } from './planNetwork';
import type { PlanNetwork } from './planNetwork';
import { assumedDays, remainingWork } from './remaining';
import type { Remaining } from './remaining';
import { WorkCalendar } from './workCalendar';

/** A plan to be scheduled, with what is known about its work. */
export interface ScheduleInput {
  readonly plan: Plan;
  /** Working days that a point has taken so far; undefined while that cannot be told. */
  readonly daysPerPoint?: number;
}

/** A plan with its network and its early and late dates, before any limits. */
export interface PlanDraft extends ScheduleInput {
  readonly settings: Plan['settings'];
  readonly calendar: WorkCalendar;
  readonly network: PlanNetwork;
  readonly release: Float64Array;
  /** The nearest due date of each node's own: its task's, that of a task above it, or its milestone's. */
  readonly dueDates: readonly (IsoDate | undefined)[];
  readonly work: Activities;
  /** Work left on each node; undefined for one that only joins others. */
  readonly remaining: readonly (Remaining | undefined)[];
  /** Work left on every open task, by uid; with those that have no date and those that have subtasks. */
  readonly remainingWork: ReadonlyMap<string, Remaining>;
  readonly passes: Passes;
  readonly assumedDays: number;
}

/** Builds the network of a plan's open work and runs the critical path method over it. */
export function draftOf(input: ScheduleInput, today: IsoDate): PlanDraft {
  const { plan, daysPerPoint } = input;
  const { settings } = plan;
  const calendar = new WorkCalendar(settings, today);
  const network = planNetwork(plan);
  const rules = {
    hours: settings.hours,
    assumed: settings.rules.defaultEstimate / settings.hours,
    ...(daysPerPoint !== undefined && { daysPerPoint }),
  };
  const leaves = [...network.tasks.flatMap(task => task ?? []), ...network.cyclic];
  const left = remainingWork(plan.tasks, leaves, rules);
  const remaining = network.tasks.map(task => task && left.get(task.uid));
  const dues = new Map(plan.milestones.map(one => [one.key, bindingDue(one)]));
  // Many are due on the same days.
  const ends = new Map<IsoDate, number>();
  const endOf = (date: IsoDate | undefined): number => {
    let end = date === undefined ? Infinity : ends.get(date);
    if (date !== undefined && end === undefined) {
      end = calendar.endOf(date);
      ends.set(date, end);
    }
    return end ?? Infinity;
  };
  const summaries = new Map(plan.tasks.map(task => [task.key, task] as const).toReversed());
  // A task with subtasks is no work of its own: its date is that of the last of them.
  const dueDates = network.tasks.map(task => {
    const above = task ? [task, ...parentsOf(task, summaries)].map(({ due }) => due) : [];
    return [dues.get(task?.milestone ?? ''), ...above].filter(due => due !== undefined).sort()[0];
  });
  const release = Float64Array.from(network.tasks, task => releaseOf(task, calendar));
  const work: Activities = {
    duration: Float64Array.from(remaining, left => left?.days ?? 0),
    release,
    due: Float64Array.from(dueDates, endOf),
    joint: Uint8Array.from(network.tasks, task => (task ? 0 : 1)),
  };
  const passes = criticalPath(network.network, work);
  return {
    ...input,
    settings,
    calendar,
    network,
    release,
    dueDates,
    work,
    remaining,
    remainingWork: left,
    passes,
    assumedDays: assumedDays(plan.tasks, rules),
  };
}

/** Working days from today before which a task cannot start; active tasks have started. */
function releaseOf(task: Task | undefined, calendar: WorkCalendar): number {
  if (!task || task.category === 'active') {
    return 0;
  }
  const { start, until } = task;
  // A task that is blocked until a day goes on that day.
  const from = (date: IsoDate | undefined): number => (date === undefined ? 0 : calendar.startOf(date));
  return Math.max(from(start), from(until));
}

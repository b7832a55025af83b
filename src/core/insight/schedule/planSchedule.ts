import { addTo } from '../../evidence/addTo';
import { dayAhead } from '../../base/dates';
import type { IsoDate } from '../../base/dates';
import { drivingPath } from './drivingPath';
import type { PlanDraft } from './planDraft';
import type { PlanNetwork } from './planNetwork';
import type { Remaining } from './remaining';
import { TOLERANCE } from './workingTime';

/** Dates of one open task. Offsets and floats are working days from the start of today. */
export interface ScheduledTask {
  readonly uid: string;
  readonly key: string;
  readonly es: number;
  readonly ef: number;
  readonly ls: number;
  readonly lf: number;
  readonly totalFloat: number;
  readonly freeFloat: number;
  /** Undefined when no due date lies downstream. */
  readonly dueFloat?: number;
  /** The due date downstream that `dueFloat` is about. */
  readonly dueFor?: IsoDate;
  /** Without total float. */
  readonly critical: boolean;
  /** Early dates, both days included; `BEYOND` behind the horizon. */
  readonly start: IsoDate;
  readonly finish: IsoDate;
  /** Dates within the limits of people and resources; undefined when those never let it start. */
  readonly limitedStart?: IsoDate;
  readonly limitedFinish?: IsoDate;
  readonly remaining: Remaining;
  /** It, or something it waits for, is blocked without an end or lies in a cycle. */
  readonly bestCase: boolean;
}

/** When a milestone's last open task ends. */
export interface ScheduledMilestone {
  readonly critical: IsoDate;
  readonly limited?: IsoDate;
  /** Uids of the tasks that drive its critical date, the first to be done first. */
  readonly path: readonly string[];
  /** Some of it is the best case, or lies in a cycle and so has no date at all. */
  readonly bestCase: boolean;
}

/** The schedule of a plan. */
export interface PlanSchedule {
  readonly today: IsoDate;
  /** By uid, in the order of the plan; only open tasks without subtasks. */
  readonly tasks: ReadonlyMap<string, ScheduledTask>;
  /** Work left on every open task, by uid; also on those without a date and on those with subtasks. */
  readonly remaining: ReadonlyMap<string, Remaining>;
  /** By key; only those with open tasks that have a date. */
  readonly milestones: ReadonlyMap<string, ScheduledMilestone>;
  /** Undefined without open tasks; `limited` when its limits never let all of it end. */
  readonly finish?: { readonly critical: IsoDate; readonly limited?: IsoDate };
  /** Uids of the tasks on the longest path through the plan. */
  readonly path: readonly string[];
  /** Share of the tasks whose estimate is assumed, 0–1. */
  readonly assumed: number;
  /** Working days that a missing estimate is taken as. */
  readonly assumedDays: number;
  /** Uids of tasks that wait for each other in a circle. */
  readonly cyclic: readonly string[];
  /** Unassigned tasks wait for nobody, since the plan declares no people. */
  readonly unlimited: boolean;
  /** Why there are no dates; nothing has any then. */
  readonly noDates?: NoDates;
}

/** Why a plan has no dates: too little is known to work them out. */
export interface NoDates {
  /**
   * `estimates`: over 70 % of the open tasks have none. `links`: nobody is named and nothing depends on anything, so
   * that all tasks would begin today.
   */
  readonly reason: 'estimates' | 'links';
  /** Open tasks with an estimate. */
  readonly estimated: number;
  readonly open: number;
  /** The tasks to estimate first: five at most, and none where people or dependencies are what is missing. */
  readonly ask: readonly Ask[];
}

/** An open task without an estimate, by uid. */
export interface Ask {
  readonly uid: string;
  /** Open tasks that wait for it, directly or through others. */
  readonly dependents: number;
}

/** Start and end of a node within the limits, as times; `Infinity` where they never let it start. */
export type Placed = (node: number) => { readonly start: number; readonly end: number };

/** The dates of one plan, from its network and its place within the limits. */
export function scheduleOf(draft: PlanDraft, today: IsoDate, place: Placed): PlanSchedule {
  const { plan, network, passes, calendar } = draft;
  const bestCase = bestCases(network);
  const found = new Map<string, ScheduledTask>();
  const lastOf = new Map<string, number[]>();
  network.tasks.forEach((task, node) => {
    const remaining = draft.remaining[node];
    if (!task || !remaining) {
      return;
    }
    const at = (column: Float64Array): number => tidy(column[node] as number);
    const { start, end } = place(node);
    const dueFloat = at(passes.dueFloat);
    const dueFor = draft.dueDates[passes.dueNode[node] as number];
    found.set(task.uid, {
      uid: task.uid,
      key: task.key,
      es: at(passes.es),
      ef: at(passes.ef),
      ls: at(passes.ls),
      lf: at(passes.lf),
      totalFloat: at(passes.totalFloat),
      freeFloat: at(passes.freeFloat),
      ...(dueFloat < Infinity && { dueFloat }),
      ...(dueFor !== undefined && { dueFor }),
      critical: at(passes.totalFloat) <= TOLERANCE,
      start: calendar.startDate(passes.es[node] as number),
      finish: calendar.finishDate(passes.ef[node] as number),
      ...(end < Infinity && {
        limitedStart: dayAhead(today, Math.floor(start + TOLERANCE)),
        limitedFinish: lastDay(today, end),
      }),
      remaining,
      bestCase: bestCase.has(node),
    });
    for (const group of [WHOLE_PLAN, task.milestone]) {
      if (group !== undefined) {
        addTo(lastOf, group, node);
      }
    }
  });
  const inCycles = new Set(network.cyclic.map(({ milestone }) => milestone));
  const groupOf = (nodes: readonly number[], milestone?: string): ScheduledMilestone => {
    const last = nodes.reduce((a, b) => ((passes.ef[b] as number) > (passes.ef[a] as number) ? b : a));
    const limited = nodes.reduce((most, node) => Math.max(most, place(node).end), 0);
    return {
      critical: calendar.finishDate(passes.ef[last] as number),
      ...(limited < Infinity && { limited: lastDay(today, limited) }),
      path: drivingPath(network.network, passes, last).flatMap(node => network.tasks[node]?.uid ?? []),
      bestCase:
        nodes.some(node => bestCase.has(node)) || (milestone !== undefined && inCycles.has(milestone)),
    };
  };
  const whole = lastOf.get(WHOLE_PLAN);
  const all = whole && groupOf(whole);
  const assumed = [...found.values()].filter(({ remaining }) => remaining.source === 'assumed').length;
  return {
    today,
    tasks: found,
    remaining: draft.remainingWork,
    milestones: new Map(
      plan.milestones.flatMap(({ key }) => {
        const nodes = lastOf.get(key);
        return nodes ? [[key, groupOf(nodes, key)] as const] : [];
      }),
    ),
    ...(all && {
      finish: { critical: all.critical, ...(all.limited !== undefined && { limited: all.limited }) },
    }),
    path: all?.path ?? [],
    assumed: found.size === 0 ? 0 : assumed / found.size,
    assumedDays: draft.assumedDays,
    cyclic: network.cyclic.map(({ uid }) => uid),
    unlimited:
      plan.settings.people.length === 0 && [...network.tasks].some(task => task?.assignees.length === 0),
  };
}

/** No milestone has this key. */
const WHOLE_PLAN = '\0';

function lastDay(today: IsoDate, end: number): IsoDate {
  return dayAhead(today, Math.max(0, Math.ceil(end - TOLERANCE) - 1));
}

/** Nodes that are, or come after, work that is blocked without an end or lies in a cycle. */
function bestCases({ network, tasks, afterCycle }: PlanNetwork): ReadonlySet<number> {
  const found = new Set<number>();
  for (const node of network.order) {
    const task = tasks[node];
    let open = afterCycle.has(node) || (task?.category === 'blocked' && task.until === undefined);
    for (let e = network.before.first[node] as number; e < (network.before.first[node + 1] as number); e++) {
      open ||= found.has(network.before.node[e] as number);
    }
    if (open) {
      found.add(node);
    }
  }
  return found;
}

/** Without the noise of sums of fractions. */
function tidy(value: number): number {
  return Number.isFinite(value) ? Math.round(value * 1e6) / 1e6 + 0 : value;
}

import { MOST_ASSUMED } from '../mostAssumed';
import { addDays, daysBetween } from '../../base/dates';
import type { IsoDate } from '../../base/dates';
import type { Milestone, Plan, Task } from '../../plan/model';
import type { Worker } from '../schedule/project';
import type { ScheduledProject } from '../schedule/schedule';
import { capacityBetween } from './workload';

/** More is asked of somebody between two days than they can do. Figures are working days at full attention. */
export interface Overload {
  readonly person: string;
  /** Both days included. */
  readonly from: IsoDate;
  readonly until: IsoDate;
  /** Work that is theirs, cannot start before `from` and is due until `until`. */
  readonly demand: number;
  readonly capacity: number;
  /** What is due on the last day: the item whose date the demand does not meet. */
  readonly subject: { readonly plan: string; readonly kind: 'milestone' | 'task'; readonly uid: string };
  /** Uids of the tasks that are asked, with their plans. */
  readonly tasks: readonly { readonly plan: string; readonly uid: string }[];
}

/** So much too much is within what an estimate can say: working days, or a share of the capacity. */
const LEAST_EXCESS = 1;
const EXCESS_SHARE = 0.1;

/** Beginnings that are looked at, the nearest: what is further away is told when it comes nearer. */
const MOST_STARTS = 100;

/** A task of somebody, with its calendar days from today. */
interface Demand {
  readonly plan: Plan;
  readonly task: Task;
  readonly release: number;
  /** The last day, included; negative when it has passed. */
  readonly due: number;
  readonly milestone: Milestone | undefined;
  readonly days: number;
  readonly assumed: boolean;
}

/**
 * Who is asked to do more than they can, each at most once: where it is worst.
 *
 * A schedule within the limits gives nobody too much; it postpones. Too much is asked only by dates that people have
 * set. So this compares, before any levelling, the work that is somebody's and has to lie between two such days
 * (from its `start` or today, to its due date or its milestone's) with what they can do between them. It is a
 * necessary condition (the "interval test" for deadline scheduling): what is found cannot be done in any order. No
 * task counts for more than fits between its own days, since one that does not fit by itself is another matter; and
 * nothing is said within a day or a tenth of the capacity, or where most of the demand is assumed.
 *
 * Ana has three tasks of 3 days due on Friday and it is Monday: 9 days are asked of 5.
 * @param plans those of the schedule, in its order
 */
export function overloads(scheduled: ScheduledProject, plans: readonly Plan[], today: IsoDate): Overload[] {
  const demands = demandsOf(scheduled, plans, today);
  return scheduled.joined.people.flatMap(
    worker => worst(worker, demands.get(worker.limit) ?? [], today) ?? [],
  );
}

/** What is asked of each person, by the number of their limit. */
function demandsOf(
  { joined, nodes, work, schedules }: ScheduledProject,
  plans: readonly Plan[],
  today: IsoDate,
): ReadonlyMap<number, readonly Demand[]> {
  const found = new Map<number, Demand[]>();
  const workers = new Map(joined.people.map(worker => [worker.limit, worker]));
  plans.forEach((plan, index) => {
    const open = plan.milestones.filter(({ status }) => status !== 'done' && status !== 'dropped');
    const milestones = new Map(open.map(one => [one.key, one]));
    for (const task of plan.tasks) {
      const node = nodes[index]?.get(task.uid) ?? -1;
      const [crew] = joined.project.jobs[node]?.crews ?? [];
      const milestone = milestones.get(task.milestone ?? '');
      const [last] = [task.due, milestone?.due].filter(date => date !== undefined).sort();
      if (task.assignees.length === 0 || !crew || crew.rate <= 0 || last === undefined) {
        continue;
      }
      const dates = task.category === 'active' ? [] : [task.start, task.until];
      const release = Math.max(0, ...dates.map(date => (date === undefined ? 0 : daysBetween(today, date))));
      const due = daysBetween(today, last);
      for (const worker of crew.members.flatMap(member => workers.get(member) ?? [])) {
        const whole = ((work[node]?.days ?? 0) / crew.rate) * worker.capacity;
        // What is overdue has to be done as well, all of it.
        const days =
          due < 0 ? whole : Math.min(whole, capacityBetween(worker, release, Math.max(release, due + 1)));
        const list = found.get(worker.limit) ?? [];
        found.set(worker.limit, list);
        list.push({
          plan,
          task,
          release,
          due,
          days,
          milestone: last === milestone?.due ? milestone : undefined,
          assumed: schedules[index]?.tasks.get(task.uid)?.remaining.source === 'assumed',
        });
      }
    }
  });
  return found;
}

function worst(worker: Worker, demands: readonly Demand[], today: IsoDate): Overload | undefined {
  const byDue = [...demands].sort((a, b) => a.due - b.due);
  const starts = [...new Set([0, ...demands.map(({ release }) => release)])].sort((a, b) => a - b);
  let found: { asked: readonly Demand[]; from: number; demand: number; capacity: number } | undefined;
  for (const from of starts.slice(0, MOST_STARTS)) {
    const later = byDue.filter(({ release }) => release >= from);
    let [demand, assumed] = [0, 0];
    later.forEach((one, index) => {
      demand += one.days;
      assumed += one.assumed ? one.days : 0;
      // Until a day all that is due on it is asked.
      if (one.due < from || later[index + 1]?.due === one.due || assumed > demand * MOST_ASSUMED) {
        return;
      }
      const capacity = capacityBetween(worker, from, one.due + 1);
      const excess = demand - capacity;
      const tooMuch = excess > Math.max(LEAST_EXCESS, capacity * EXCESS_SHARE);
      if (tooMuch && (!found || excess > found.demand - found.capacity)) {
        found = { asked: later.slice(0, index + 1), from, demand, capacity };
      }
    });
  }
  const until = found?.asked.at(-1)?.due;
  return found && until !== undefined
    ? {
        person: worker.id,
        from: addDays(today, found.from),
        until: addDays(today, until),
        demand: Math.round(found.demand * 1e6) / 1e6,
        capacity: found.capacity,
        subject: subjectOf(found.asked.filter(({ due }) => due === until)),
        tasks: found.asked.map(({ plan, task }) => ({ plan: plan.uid, uid: task.uid })),
      }
    : undefined;
}

/** A milestone before a task, and the largest of the tasks. */
function subjectOf(last: readonly Demand[]): Overload['subject'] {
  const [first] = [...last].sort((a, b) => b.days - a.days);
  const due = last.find(({ milestone }) => milestone) ?? (first as Demand);
  return due.milestone
    ? { plan: due.plan.uid, kind: 'milestone', uid: due.milestone.uid }
    : { plan: due.plan.uid, kind: 'task', uid: due.task.uid };
}

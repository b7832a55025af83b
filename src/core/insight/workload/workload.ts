import { addDays, daysBetween } from '../../base/dates';
import type { IsoDate } from '../../base/dates';
import type { Plan } from '../../plan/model';
import { mondayOf } from '../history/weeks';
import type { Crew } from '../schedule/limited';
import type { Worker } from '../schedule/project';
import type { ScheduledProject } from '../schedule/schedule';
import { TOLERANCE } from '../schedule/workingTime';

/** What somebody has to do in a week. */
export interface WeekWork {
  /** `Plan.uid`. */
  readonly plan: string;
  /** Uid of the task. */
  readonly task: string;
  /** Working days at full attention. */
  readonly days: number;
  /** False where the schedule has given them a task that is nobody's yet. */
  readonly assigned: boolean;
}

/** An ISO week of somebody; all figures are working days at full attention. */
export interface WorkloadWeek {
  /** Its Monday. */
  readonly start: IsoDate;
  /** What they can do: their share of each working day; days off, holidays and days before today are none. */
  readonly capacity: number;
  /** What the schedule within the limits gives them; never more than the capacity. */
  readonly allocated: number;
  readonly work: readonly WeekWork[];
}

/** The work of one person, week by week. */
export interface PersonWorkload {
  readonly person: string;
  /** The same weeks for everybody, from this one on without gaps. */
  readonly weeks: readonly WorkloadWeek[];
}

/** What is further away than a year is no allocation but a wish. */
const MOST_WEEKS = 52;

/**
 * Who does how much in which week, by the schedule within the limits: from this week to the last one with work, a
 * year at most; without the plans that have no dates. Somebody is taken for as long as a task of theirs lasts, by
 * their whole capacity, also where they wait for the pace of another. A levelled schedule never asks for more than
 * there is; whether more is asked than can be done in time is told by `overloads`.
 *
 * Ana, at 80 %, with 4 days of work from a Monday on is allocated 4 of 4 days in the first week: it lasts five days.
 * @param plans those of the schedule, in its order
 */
export function workloadOf(
  { joined, nodes, noDates, levelled }: ScheduledProject,
  plans: readonly Plan[],
  today: IsoDate,
): PersonWorkload[] {
  const { start, end, crew } = levelled.placement;
  const weekday = daysBetween(mondayOf(today), today);
  const weekOf = (day: number): number => Math.floor((day + weekday) / 7);
  const people = new Map(joined.people.map(worker => [worker.limit, { worker, weeks: [] as WeekWork[][] }]));
  let last = 0;
  plans.forEach((plan, index) => {
    for (const task of noDates[index] ? [] : plan.tasks) {
      const node = nodes[index]?.get(task.uid) ?? -1;
      const chosen = joined.project.jobs[node]?.crews[crew[node] ?? -1];
      if (!chosen || !Number.isFinite(end[node])) {
        continue;
      }
      const shares = perWeek(chosen, start[node] as number, end[node] as number, weekOf);
      for (const { worker, weeks } of chosen.members.flatMap(member => people.get(member) ?? [])) {
        for (const [week, share] of shares) {
          const days = tidy(share * worker.capacity);
          (weeks[week] ??= []).push({
            plan: plan.uid,
            task: task.uid,
            days,
            assigned: task.assignees.length > 0,
          });
          last = Math.max(last, week);
        }
      }
    }
  });
  const count = Math.min(MOST_WEEKS, last + 1);
  return [...people.values()].map(({ worker, weeks }) => ({
    person: worker.id,
    weeks: Array.from({ length: count }, (_, week): WorkloadWeek => {
      const work = weeks[week] ?? [];
      return {
        start: addDays(mondayOf(today), week * 7),
        capacity: capacityBetween(worker, Math.max(0, week * 7 - weekday), (week + 1) * 7 - weekday),
        allocated: tidy(work.reduce((sum, { days }) => sum + days, 0)),
        work,
      };
    }),
  }));
}

/**
 * What somebody can do from one calendar day to another, counted from today, the second not included: working days
 * at full attention.
 */
export function capacityBetween({ days, capacity }: Worker, from: number, to: number): number {
  return tidy((days.countBefore(to) - days.countBefore(from)) * capacity);
}

/** The working days between two times, by week: what begins or ends within a day is a share of it. */
function perWeek(
  { days }: Crew,
  start: number,
  end: number,
  weekOf: (day: number) => number,
): ReadonlyMap<number, number> {
  const shares = new Map<number, number>();
  for (let index = Math.floor(days.position(start) + TOLERANCE); ; index++) {
    const day = days.dayAt(index);
    if (day >= end - TOLERANCE || weekOf(day) >= MOST_WEEKS) {
      return shares;
    }
    const share = Math.min(end, day + 1) - Math.max(start, day);
    if (share > TOLERANCE) {
      shares.set(weekOf(day), (shares.get(weekOf(day)) ?? 0) + share);
    }
  }
}

/** Without the noise of sums of fractions. */
function tidy(days: number): number {
  return Math.round(days * 1e6) / 1e6;
}

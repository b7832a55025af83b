import type { Network } from './network';
import { Usage } from './usage';
import type { WorkingTime } from './workingTime';

/** People who could do a job together, on the days on which all of them work. */
export interface Crew {
  /** Numbers of the {@link Limits} that stand for its members. */
  readonly members: readonly number[];
  readonly days: WorkingTime;
  /** Working days at full attention that it does in a day: the least capacity of its members; 0 = it cannot. */
  readonly rate: number;
}

/** One node of the network as the limits see it. Times are those of {@link WorkingTime}. */
export interface Job {
  /** Not before this time. */
  readonly release: number;
  /** Who may do it, the preferred first; none for a node that only joins others. */
  readonly crews: readonly Crew[];
  readonly needs: readonly { readonly limit: number; readonly amount: number }[];
  /** The project's working days, on which a lag is counted. */
  readonly days: WorkingTime;
}

/** A person (capacity 1) or a resource. */
export interface Limit {
  readonly capacity: number;
  /** On which it is of use to anybody; every day where they are not given. */
  readonly days?: WorkingTime;
}

/** What is scheduled within the limits of people and resources. */
export interface Project {
  readonly network: Network;
  readonly jobs: readonly Job[];
  readonly limits: readonly Limit[];
}

/** When each job starts and ends and who does it; `Infinity` for what its limits never let start. */
export interface Placement {
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly crew: Int32Array;
}

/**
 * Serial schedule generation (Kelley, "The critical-path method: resources planning and scheduling", 1963):
 * takes the jobs in the given order and starts each as early as what it waits for, its people and its
 * resources allow. A job is not interrupted but by days off; nobody does two jobs at a time.
 * @param order every job after all that come before it in the network
 * @param work working days at full attention of each job
 */
export function placeForward(project: Project, order: ArrayLike<number>, work: ArrayLike<number>): Placement {
  const { network, jobs } = project;
  const placement = emptyPlacement(network.size);
  const usage = project.limits.map(({ capacity }) => new Usage(capacity));
  for (let at = 0; at < order.length; at++) {
    const index = order[at] as number;
    const job = jobs[index] as Job;
    const ready = readyTime(network, placement, job, index);
    const none = job.crews.length === 0;
    let start = none ? ready : Infinity;
    // What joins others takes no time, unless it is held up.
    let end = none && ready < Infinity ? job.days.advance(ready, work[index] as number) : start;
    let chosen = none ? -1 : 0;
    for (let c = 0; c < job.crews.length && ready < Infinity; c++) {
      const crew = job.crews[c] as Crew;
      if (crew.rate <= 0) {
        continue;
      }
      const length = (work[index] as number) / crew.rate;
      const endOf = (from: number): number => crew.days.advance(from, length);
      const search = (from: number): number => firstFree(usage, job, crew, from, endOf);
      // A single limit agrees with itself.
      const found = crew.members.length + job.needs.length === 1 ? search(ready) : settle(ready, search);
      const foundEnd = found < Infinity ? endOf(found) : Infinity;
      if (foundEnd < end) {
        start = crew.days.begin(crew.days.position(found));
        end = foundEnd;
        chosen = c;
      }
    }
    placement.start[index] = start;
    placement.end[index] = end;
    placement.crew[index] = chosen;
    takeAll(project, usage, job, chosen, start, end);
  }
  return placement;
}

/**
 * Places a project from its end: starts every job as late as the finish and what comes after it allow, with the crews
 * it has. Jobs in `fixed` stay where they are. Undefined where some job found no place.
 * @param order every job after all that come after it in the network
 */
export function placeBackward(
  project: Project,
  order: ArrayLike<number>,
  work: ArrayLike<number>,
  forward: Placement,
  fixed: (job: number) => boolean,
): Float64Array | undefined {
  const { network, jobs } = project;
  const start = new Float64Array(network.size);
  const usage = project.limits.map(({ capacity }) => new Usage(capacity));
  const finish = forward.end.reduce((most, end) => (end < Infinity ? Math.max(most, end) : most), 0);
  for (let index = 0; index < network.size; index++) {
    if (fixed(index)) {
      const chosen = forward.crew[index] as number;
      const from = forward.start[index] as number;
      start[index] = from;
      takeAll(project, usage, jobs[index] as Job, chosen, from, forward.end[index] as number);
    }
  }
  for (let at = 0; at < order.length; at++) {
    const index = order[at] as number;
    const job = jobs[index] as Job;
    const crew = job.crews[forward.crew[index] as number];
    if (fixed(index) || !Number.isFinite(forward.end[index])) {
      continue;
    }
    let until = finish;
    const { first, node, lag } = network.after;
    for (let e = first[index] as number; e < (first[index + 1] as number); e++) {
      const next = node[e] as number;
      if (Number.isFinite(forward.end[next])) {
        until = Math.min(until, job.days.retreat(start[next] as number, lag[e] as number));
      }
    }
    if (crew) {
      const length = (work[index] as number) / crew.rate;
      const startOf = (end: number): number => crew.days.retreat(end, length);
      const end = settleBack(until, before => lastFree(usage, job, crew, before, startOf));
      if (end < 0) {
        return undefined;
      }
      const from = startOf(end);
      start[index] = from;
      takeAll(project, usage, job, forward.crew[index] as number, from, end);
    } else {
      start[index] = until;
    }
  }
  return start;
}

function emptyPlacement(size: number): Placement {
  return { start: new Float64Array(size), end: new Float64Array(size), crew: new Int32Array(size).fill(-1) };
}

/** When everything before a job has ended, lags included. */
function readyTime({ before }: Network, { end }: Placement, job: Job, index: number): number {
  let ready = job.release;
  for (let e = before.first[index] as number; e < (before.first[index + 1] as number); e++) {
    const ended = end[before.node[e] as number] as number;
    const lag = before.lag[e] as number;
    ready = Math.max(ready, lag > 0 && ended < Infinity ? job.days.advance(ended, lag) : ended);
  }
  return ready;
}

/** Repeats a search until all limits agree on a time. */
function settle(from: number, search: (from: number) => number): number {
  let time = from;
  for (let next = search(time); next !== time; next = search(time)) {
    time = next;
    if (time === Infinity) {
      break;
    }
  }
  return time;
}

function settleBack(until: number, search: (until: number) => number): number {
  let time = until;
  for (let next = search(time); next !== time && time >= 0; next = search(time)) {
    time = next;
  }
  return time;
}

type EndOf = (time: number) => number;

function firstFree(usage: readonly Usage[], job: Job, crew: Crew, from: number, endOf: EndOf): number {
  let time = from;
  for (const member of crew.members) {
    time = (usage[member] as Usage).earliest(time, 1, endOf);
  }
  for (const { limit, amount } of job.needs) {
    time = time < Infinity ? (usage[limit] as Usage).earliest(time, amount, endOf) : time;
  }
  return time;
}

function lastFree(usage: readonly Usage[], job: Job, crew: Crew, until: number, startOf: EndOf): number {
  let time = until;
  for (const member of crew.members) {
    time = time < 0 ? time : (usage[member] as Usage).latest(time, 1, startOf);
  }
  for (const { limit, amount } of job.needs) {
    time = time < 0 ? time : (usage[limit] as Usage).latest(time, amount, startOf);
  }
  return time;
}

/** Takes what a job needs until it is of use again: a weekend between two tasks is no room for a third. */
function takeAll(
  { limits }: Project,
  usage: readonly Usage[],
  job: Job,
  chosen: number,
  start: number,
  end: number,
): void {
  if (!Number.isFinite(end) || end <= start) {
    return;
  }
  const take = (limit: number, amount: number): void => {
    const { days } = limits[limit] as Limit;
    const again = days?.begin(days.position(end)) ?? end;
    (usage[limit] as Usage).take(start, again < Infinity ? again : end, amount);
  };
  for (const member of job.crews[chosen]?.members ?? []) {
    take(member, 1);
  }
  for (const { limit, amount } of job.needs) {
    take(limit, amount);
  }
}

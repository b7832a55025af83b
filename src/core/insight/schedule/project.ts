import type { IsoDate } from '../../base/dates';
import type { Task } from '../../plan/model';
import { hasOwnDays } from '../../plan/settings';
import type { Person, PlanSettings } from '../../plan/settings';
import type { Crew, Job, Limit, Project } from './limited';
import type { Edge, Network } from './network';
import { buildNetwork } from './network';
import type { PlanNetwork } from './planNetwork';
import type { WorkCalendar, WorkPattern } from './workCalendar';
import { workDays } from './workCalendar';
import { WorkingTime } from './workingTime';

/** One plan's part of a project. */
export interface Part {
  readonly settings: PlanSettings;
  readonly calendar: WorkCalendar;
  readonly plan: PlanNetwork;
  /** Not before, in the plan's working days from today, by node. */
  readonly release: Float64Array;
}

/** Somebody who is declared by a plan or assigned to open work. */
export interface Worker {
  readonly id: string;
  /** Number of the limit that stands for them in the project. */
  readonly limit: number;
  /** Share of a working day, 0–1. */
  readonly capacity: number;
  /** Working days: those on which some plan of theirs and they themselves work. */
  readonly days: WorkingTime;
}

/** Several plans as one project, with the number of each plan's first node. */
export interface JoinedProject {
  readonly project: Project;
  readonly offsets: readonly number[];
  /** As the plans declare them, then those who are only assigned. */
  readonly people: readonly Worker[];
}

/**
 * Joins plans that share people: who works on a task of one plan works on no other meanwhile. A person's
 * capacity and days off are those of the first plan that declares the person; someone who is only named as
 * an assignee works full days on the project's calendar. A person's own calendar and a project's hold together:
 * limits can only postpone, so that no limited date is before its early date.
 */
export function joinPlans(parts: readonly Part[], today: IsoDate): JoinedProject {
  const limits = new LimitList();
  const people = new Map<string, Person>();
  for (const person of parts.flatMap(({ settings }) => settings.people)) {
    if (!people.has(person.id)) {
      people.set(person.id, person);
    }
  }
  const offsets: number[] = [];
  const edges: Edge[] = [];
  const jobs: Job[] = [];
  parts.forEach((part, number) => {
    const offset = jobs.length;
    offsets.push(offset);
    for (const edge of edgesOf(part.plan.network, offset)) {
      edges.push(edge);
    }
    const crews = new CrewMaker(part, people, limits, today);
    part.plan.tasks.forEach((task, node) => {
      const { days } = part.calendar;
      jobs.push({
        release: days.begin(part.release[node] as number),
        crews: task ? crews.of(task) : [],
        needs: task ? needsOf(task, part, number, limits) : [],
        days,
      });
    });
  });
  const workers = workersOf(parts, people, limits, today);
  return {
    project: { network: buildNetwork(jobs.length, edges), jobs, limits: limits.list },
    offsets,
    people: workers,
  };
}

function workersOf(
  parts: readonly Part[],
  people: ReadonlyMap<string, Person>,
  limits: LimitList,
  today: IsoDate,
): Worker[] {
  const partsOf = new Map<string, Set<Part>>();
  for (const part of parts) {
    const assigned = part.plan.tasks.flatMap(task => task?.assignees ?? []);
    for (const id of [...part.settings.people.map(person => person.id), ...assigned]) {
      partsOf.set(id, (partsOf.get(id) ?? new Set()).add(part));
    }
  }
  const ids = new Set([...people.keys(), ...partsOf.keys()]);
  return [...ids].map(id => {
    const person = people.get(id);
    const own = [...(partsOf.get(id) ?? [])];
    const [only, ...more] = own;
    const shared = more.length === 0 && !(person && hasOwnDays(person)) ? only?.calendar.days : undefined;
    const patterns = own.map(({ settings }) => patternsOf(settings, person ? [person] : []));
    const days = shared ?? workDays(patterns, today);
    return { id, limit: limits.number(personLimit(id), 1, days), capacity: person?.capacity ?? 1, days };
  });
}

/** A project's calendar and those of people who work on it together: all of them hold. */
function patternsOf(settings: PlanSettings, members: readonly Person[]): WorkPattern[] {
  return [
    { workweek: settings.workweek, off: settings.holidays },
    ...members.map(({ workweek, off }) => ({ workweek: workweek ?? settings.workweek, off })),
  ];
}

function personLimit(id: string): string {
  return `person ${id}`;
}

class LimitList {
  readonly list: Limit[] = [];
  private readonly numbers = new Map<string, number>();

  /** @param days on which it is of use, where that is known by now */
  number(name: string, capacity: number, days?: WorkingTime): number {
    const number = this.numbers.get(name) ?? this.list.length;
    this.numbers.set(name, number);
    this.list[number] ??= { capacity };
    if (days) {
      this.list[number] = { capacity, days };
    }
    return number;
  }
}

/** Makes each crew once. */
class CrewMaker {
  private readonly known = new Map<string, Crew | undefined>();
  private readonly pool: readonly Crew[];

  constructor(
    private readonly part: Part,
    private readonly people: ReadonlyMap<string, Person>,
    private readonly limits: LimitList,
    private readonly today: IsoDate,
  ) {
    const crews = part.settings.people.flatMap(({ id }) => this.crew([id]) ?? []);
    // Without people an unassigned task waits for nobody.
    this.pool = part.settings.people.length > 0 ? crews : [this.crew([]) as Crew];
  }

  /** None when nobody can do it: everyone it needs has no capacity. */
  of({ assignees }: Task): readonly Crew[] {
    if (assignees.length === 0) {
      return this.pool.length > 0 ? this.pool : [NOBODY];
    }
    return [this.crew(assignees) ?? NOBODY];
  }

  /** Everyone assigned works on the task together, at the pace of the one with the least capacity. */
  private crew(ids: readonly string[]): Crew | undefined {
    const name = [...new Set(ids)].sort().join('\n');
    if (!this.known.has(name)) {
      this.known.set(name, this.make([...new Set(ids)]));
    }
    return this.known.get(name);
  }

  private make(ids: readonly string[]): Crew | undefined {
    const { settings } = this.part;
    const members = ids.flatMap(id => this.people.get(id) ?? []);
    const rate = Math.min(1, ...members.map(({ capacity }) => capacity));
    if (rate <= 0) {
      return undefined;
    }
    const days = members.some(hasOwnDays)
      ? workDays([patternsOf(settings, members)], this.today)
      : this.part.calendar.days;
    return { members: ids.map(id => this.limits.number(personLimit(id), 1)), days, rate };
  }
}

/** Stands for people without any capacity. */
const NOBODY: Crew = { members: [], days: new WorkingTime([{ from: 0, week: 127 }]), rate: 0 };

function needsOf(task: Task, { settings, calendar }: Part, plan: number, limits: LimitList): Job['needs'] {
  // A resource nobody has declared has no known limit.
  return task.needs.flatMap(({ resource, amount }) => {
    const capacity = settings.resources.get(resource);
    return capacity === undefined
      ? []
      : [{ limit: limits.number(`${plan} ${resource}`, capacity, calendar.days), amount }];
  });
}

function edgesOf({ size, after }: Network, offset: number): Edge[] {
  const edges: Edge[] = [];
  for (let from = 0; from < size; from++) {
    for (let e = after.first[from] as number; e < (after.first[from + 1] as number); e++) {
      edges.push({
        from: from + offset,
        to: (after.node[e] as number) + offset,
        lag: after.lag[e] as number,
      });
    }
  }
  return edges;
}

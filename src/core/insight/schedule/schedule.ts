import type { IsoDate } from '../../base/dates';
import type { Plan, Task } from '../../plan/model';
import { level } from './levelled';
import type { Levelled } from './levelled';
import { noDatesOf } from './noDates';
import type { NoDates } from './planSchedule';
import { draftOf } from './planDraft';
import type { PlanDraft, ScheduleInput } from './planDraft';
import { scheduleOf } from './planSchedule';
import type { Placed, PlanSchedule } from './planSchedule';
import { joinPlans } from './project';
import type { JoinedProject } from './project';
import type { Remaining } from './remaining';

/** What is computed for the dates and used again where the same work is drawn many times at random. */
export interface ScheduledProject {
  readonly schedules: readonly PlanSchedule[];
  /** For each plan why its dates are not to be told; undefined where they are. */
  readonly noDates: readonly (NoDates | undefined)[];
  readonly joined: JoinedProject;
  /** For each plan the node of each open task, by uid. */
  readonly nodes: readonly ReadonlyMap<string, number>[];
  /** For each plan the node at which a milestone has ended, by key, where something waits for it. */
  readonly ends: readonly ReadonlyMap<string, number>[];
  /** What each node of the joined network is told from others by, in other states of the plans, too. */
  readonly names: readonly string[];
  /** Work of each node of the joined network. */
  readonly work: readonly Pick<Remaining, 'days' | 'three'>[];
  readonly levelled: Levelled;
}

/**
 * Schedules the open work of plans that share their people: the critical path of each plan by itself, then all
 * of them within the limits of people and resources.
 * @param today the same day for all of them
 */
export function schedulePlans(inputs: readonly ScheduleInput[], today: IsoDate): ScheduledProject {
  const drafts = inputs.map(input => draftOf(input, today));
  const parts = drafts.map(draft => ({ ...draft, plan: draft.network }));
  const joined = joinPlans(parts, today);
  const { size } = joined.project.network;
  const concat = (pick: (draft: PlanDraft) => ArrayLike<number>): Float64Array => {
    const all = new Float64Array(size);
    drafts.forEach((draft, index) => all.set(pick(draft), joined.offsets[index]));
    return all;
  };
  const latest = ({ passes, work }: PlanDraft): Float64Array =>
    passes.lf.map((lf, node) =>
      Math.min(lf, (passes.dueFloat[node] as number) + (passes.ef[node] as number), work.due[node] as number),
    );
  const levelled = level({
    project: joined.project,
    work: concat(({ work }) => work.duration),
    active: Uint8Array.from(concat(({ network }) => network.tasks.map(isActive))),
    ranks: [
      concat(latest),
      concat(({ network }) => network.tasks.map(priorityOf)),
      // Of equals the longest: what is short fits in later.
      concat(draft => latest(draft).map((end, node) => end - (draft.work.duration[node] as number))),
    ],
    due: concat(({ work, calendar }) =>
      work.due.map(due => (due < Infinity ? calendar.days.end(Math.max(due, 0)) : due)),
    ),
  });
  const schedules = drafts.map((draft, index) =>
    scheduleOf(draft, today, placed(levelled, joined.offsets[index] as number)),
  );
  const noDates = drafts.map((draft, index) => noDatesOf(draft, schedules[index] as PlanSchedule));
  const nodes = drafts.map(({ network }, index) => {
    const offset = joined.offsets[index] as number;
    return new Map(network.tasks.flatMap((task, node) => (task ? [[task.uid, offset + node] as const] : [])));
  });
  const ends = drafts.map(({ network }, index) => {
    const offset = joined.offsets[index] as number;
    return new Map([...network.ends].map(([key, node]) => [key, offset + node]));
  });
  const work = drafts.flatMap(({ remaining }) => remaining.map(left => left ?? { days: 0 }));
  const names = drafts.flatMap(({ plan, network }) =>
    network.tasks.map(task => (task ? nameOf(plan, task) : '')),
  );
  return { schedules, noDates, joined, levelled, nodes, ends, names, work };
}

/** The same wherever the repository lies, so that everybody who reads the plan draws the same. */
function nameOf({ folder }: Plan, { key, file, line }: Task): string {
  return `${folder}\n${key === '' ? `${file}:${line}` : key}`;
}

const isActive = (task: Task | undefined): number => (task?.category === 'active' ? 1 : 0);

const PRIORITIES = ['critical', 'high', 'medium', 'low'];

function priorityOf(task: Task | undefined): number {
  const rank = PRIORITIES.indexOf(task?.priority ?? 'medium');
  return rank === -1 ? 2 : rank;
}

function placed({ placement }: Levelled, offset: number): Placed {
  return node => ({
    start: placement.start[offset + node] as number,
    end: placement.end[offset + node] as number,
  });
}

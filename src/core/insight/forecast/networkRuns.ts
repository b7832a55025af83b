import { betaQuantile, hashOf, uniformAt } from '../../base/random';
import { placeForward } from '../schedule/limited';
import type { Crew, Project } from '../schedule/limited';
import type { ScheduledProject } from '../schedule/schedule';
import type { WorkingTime } from '../schedule/workingTime';

/** Something that may happen and then costs time. */
export interface Delay {
  /** What it is told from others by, whatever else there is. */
  readonly name: string;
  /** 0–1. */
  readonly probability: number;
  /** Working days that its groups end later. */
  readonly days: number;
  /** Groups that it holds up. */
  readonly groups: readonly number[];
  /** The node at which what it holds up has ended: what waits for that waits longer. */
  readonly node?: number;
}

/** What is simulated through the schedule. */
export interface NetworkRunsInput {
  readonly scheduled: ScheduledProject;
  /** Working days of each node, with three points where they were estimated. */
  readonly work: readonly { readonly days: number; readonly three?: readonly [number, number, number] }[];
  /** What each node is told from others by, whatever else there is. */
  readonly names: readonly string[];
  /** Actual through estimated time of past work; one is drawn for each run. None = 1. */
  readonly ratios: readonly number[];
  /** Nodes whose last end is asked for, e.g. those of a milestone. */
  readonly groups: readonly (readonly number[])[];
  readonly delays: readonly Delay[];
  /** On which the days of a delay are counted. */
  readonly days: WorkingTime;
  readonly runs: number;
}

/** The stream of the past ratios. */
const BIAS = hashOf('ratio of past work');

/** Stands for the last of all groups. */
const WHOLE_PLAN: readonly number[] = [];

/**
 * Monte Carlo simulation through the limited schedule: each run draws the duration of every task from a
 * beta-PERT distribution (Malcolm et al., 1959: a beta distribution over [o, p] with mean (o + 4m + p) / 6),
 * all of them scaled by one past ratio, since whoever estimates too low does so for many tasks; and whether each
 * risk happens. Order and people are those of the schedule. What is drawn for a task or a risk in a run follows from its
 * name and the number of the run alone, so that the runs of two states of a plan can be compared one by one.
 * @returns for each group the times of its last end in the order of the runs, as `WorkingTime` counts them; then those
 * of the last of all groups
 */
export function simulateNetwork(input: NetworkRunsInput): Float64Array[] {
  const { scheduled, ratios, groups, delays, runs, days } = input;
  const draws = input.work.map(({ days, three }, node) =>
    drawOf(days, three, hashOf(input.names[node] ?? '')),
  );
  const chances = delays.map(({ name }) => hashOf(name));
  const { order, placement } = scheduled.levelled;
  const project = withFixedCrews(scheduled.joined.project, placement.crew);
  const finishes = [...groups, WHOLE_PLAN].map(() => new Float64Array(runs));
  const held = new Float64Array(groups.length);
  const work = new Float64Array(draws.length);
  for (let run = 0; run < runs; run++) {
    const bias = ratios.length > 0 ? (ratios[Math.floor(uniformAt(BIAS, run) * ratios.length)] as number) : 1;
    draws.forEach((draw, node) => (work[node] = draw(run) * bias));
    held.fill(0);
    for (const [at, delay] of delays.entries()) {
      if (uniformAt(chances[at] as number, run) < delay.probability) {
        for (const group of delay.groups) {
          held[group] = (held[group] as number) + delay.days;
        }
        if (delay.node !== undefined) {
          work[delay.node] = (work[delay.node] as number) + delay.days;
        }
      }
    }
    const { end } = placeForward(project, order, work);
    let whole = 0;
    groups.forEach((nodes, group) => {
      let last = 0;
      for (const node of nodes) {
        last = Math.max(last, end[node] as number);
      }
      last = last < Infinity ? days.advance(last, held[group] as number) : last;
      (finishes[group] as Float64Array)[run] = last;
      whole = Math.max(whole, last);
    });
    (finishes[groups.length] as Float64Array)[run] = whole;
  }
  return finishes;
}

/**
 * When the nodes of each group end if every task takes its working days times a factor, in the order and with the
 * people of the schedule.
 * @returns times, as `WorkingTime` counts them; `Infinity` for a group that never ends
 */
export function pacedEnds(
  { scheduled, work, groups }: Pick<NetworkRunsInput, 'scheduled' | 'work' | 'groups'>,
  factor: number,
): number[] {
  const { order, placement } = scheduled.levelled;
  const project = withFixedCrews(scheduled.joined.project, placement.crew);
  const { end } = placeForward(
    project,
    order,
    work.map(({ days }) => days * factor),
  );
  return groups.map(nodes => nodes.reduce((last, node) => Math.max(last, end[node] as number), 0));
}

function drawOf(
  days: number,
  three: readonly [number, number, number] | undefined,
  stream: number,
): (run: number) => number {
  if (!three || three[2] <= three[0]) {
    return () => days;
  }
  const [o, m, p] = three;
  const width = p - o;
  const share = betaQuantile(1 + (4 * (m - o)) / width, 1 + (4 * (p - m)) / width);
  return run => o + width * share(uniformAt(stream, run));
}

/** Whoever does a task in the schedule does it in every run. */
function withFixedCrews(project: Project, crew: Int32Array): Project {
  const jobs = project.jobs.map((job, node) => {
    const chosen: Crew | undefined = job.crews[crew[node] as number];
    return chosen ? { ...job, crews: [chosen] } : job;
  });
  return { ...project, jobs };
}

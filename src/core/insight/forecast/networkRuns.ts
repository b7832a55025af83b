import { betaDraws, seeded } from '../../base/random';
import { placeForward } from '../schedule/limited';
import type { Crew, Project } from '../schedule/limited';
import type { ScheduledProject } from '../schedule/schedule';
import type { WorkingTime } from '../schedule/workingTime';

/** Something that may happen and then costs time. */
export interface Delay {
  /** 0–1. */
  readonly probability: number;
  /** Working days that its groups end later. */
  readonly days: number;
  /** Groups that it holds up. */
  readonly groups: readonly number[];
  /** The node at which what it holds up has ended: what waits for that waits longer. */
  readonly node?: number;
}

export interface NetworkRunsInput {
  readonly scheduled: ScheduledProject;
  /** Working days of each node, with three points where they were estimated. */
  readonly work: readonly { readonly days: number; readonly three?: readonly [number, number, number] }[];
  /** Actual through estimated time of past work; one is drawn for each run. None = 1. */
  readonly ratios: readonly number[];
  /** Nodes whose last end is asked for, e.g. those of a milestone. */
  readonly groups: readonly (readonly number[])[];
  readonly delays: readonly Delay[];
  /** On which the days of a delay are counted. */
  readonly days: WorkingTime;
  readonly runs: number;
  /** 0–1. */
  readonly seed: number;
}

/** Stands for the last of all groups. */
const ALL: readonly number[] = [];

/**
 * Monte Carlo simulation through the limited schedule: each run draws the duration of every task from a
 * beta-PERT distribution (Malcolm et al., 1959: a beta distribution over [o, p] with mean (o + 4m + p) / 6),
 * all of them scaled by one past ratio, since whoever estimates too low does so for many tasks; and whether each
 * risk happens. Order and people are those of the schedule.
 * @returns for each group the times of its last end in ascending order, as `WorkingTime` counts them; then those of the
 * last of all groups
 */
export function simulateNetwork(input: NetworkRunsInput): Float64Array[] {
  const { scheduled, ratios, groups, delays, runs, days } = input;
  const random = seeded(input.seed);
  const draws = input.work.map(({ days, three }) => drawOf(days, three, random));
  const { order, placement } = scheduled.levelled;
  const project = withFixedCrews(scheduled.joined.project, placement.crew);
  const finishes = [...groups, ALL].map(() => new Float64Array(runs));
  const held = new Float64Array(groups.length);
  const work = new Float64Array(draws.length);
  for (let run = 0; run < runs; run++) {
    const bias = ratios.length > 0 ? (ratios[Math.floor(random() * ratios.length)] as number) : 1;
    draws.forEach((draw, node) => (work[node] = draw() * bias));
    held.fill(0);
    for (const delay of delays) {
      if (random() < delay.probability) {
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
  finishes.forEach(times => times.sort());
  return finishes;
}

function drawOf(
  days: number,
  three: readonly [number, number, number] | undefined,
  random: () => number,
): () => number {
  if (!three || three[2] <= three[0]) {
    return () => days;
  }
  const [o, m, p] = three;
  const width = p - o;
  const share = betaDraws(random, 1 + (4 * (m - o)) / width, 1 + (4 * (p - m)) / width);
  return () => o + width * share();
}

/** Whoever does a task in the schedule does it in every run. */
function withFixedCrews(project: Project, crew: Int32Array): Project {
  const jobs = project.jobs.map((job, node) => {
    const chosen: Crew | undefined = job.crews[crew[node] as number];
    return chosen ? { ...job, crews: [chosen] } : job;
  });
  return { ...project, jobs };
}

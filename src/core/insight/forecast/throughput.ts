import { uniformAt } from '../../base/random';
import { percentile } from '../../base/statistics';

/** Work that is served together, e.g. the open tasks of a milestone. */
export interface Queue {
  readonly key: string;
  /** Open tasks. */
  readonly remaining: number;
}

/** A past week to be drawn: both numbers together, since weeks with much done are often weeks with much added. */
export interface SampleWeek {
  readonly done: number;
  /** Net: tasks dropped are taken off. */
  readonly added: number;
}

/** What is simulated by throughput. */
export interface ThroughputInput {
  /** At least one. */
  readonly weeks: readonly SampleWeek[];
  /** In the order in which they are served. */
  readonly queues: readonly Queue[];
  readonly runs: number;
  /** Without growth: what is added in a week is left out. */
  readonly steady: boolean;
}

/** Many futures. */
export interface ThroughputRuns {
  /** For each queue the weeks until it is empty, in the order of the runs; `Infinity` beyond the horizon. */
  readonly finishes: readonly Float64Array[];
  /** For each week from the end of the first on: tasks done until then in each run, in ascending order. */
  readonly done: readonly Float64Array[];
}

/** Weeks after which a run gives up. */
export const HORIZON = 104;

/**
 * Monte Carlo simulation by throughput (Magennis, "Forecasting and simulating software development projects",
 * 2011): every run goes into the future week by week, drawing a whole past week each time. Its done tasks are
 * taken from the queues in their order; its added ones grow the queues that are not empty yet, in proportion
 * to what is left in them. Which past week a run draws for a week follows from the numbers of both alone, so that the
 * runs of two states of a plan can be compared one by one. Within the week in which a queue becomes empty, work is spread evenly.
 */
export function simulateThroughput(input: ThroughputInput): ThroughputRuns {
  const { weeks, queues, runs, steady } = input;
  const finishes = queues.map(() => new Float64Array(runs).fill(Infinity));
  const done = Array.from({ length: HORIZON }, () => new Float64Array(runs));
  for (let run = 0; run < runs; run++) {
    // All queues grow by the same share, so one factor stands for the growth of all of them.
    let growth = 1;
    let open = queues.reduce((sum, { remaining }) => sum + remaining, 0);
    let head = 0;
    let left = queues[0]?.remaining ?? 0;
    let total = 0;
    const skipEmpty = (time: number): void => {
      while (head < queues.length && left <= 0) {
        (finishes[head] as Float64Array)[run] = time;
        left = queues[++head]?.remaining ?? 0;
      }
    };
    skipEmpty(0);
    for (let week = 0; week < HORIZON; week++) {
      const drawn = weeks[Math.floor(uniformAt(run, week) * weeks.length)] as SampleWeek;
      let budget = Math.max(0, drawn.done);
      while (head < queues.length && budget > 0) {
        const need = left * growth;
        const served = Math.min(need, budget);
        total += served;
        open -= served / growth;
        budget -= served;
        left = served === need ? 0 : left - served / growth;
        skipEmpty(week + (drawn.done - budget) / drawn.done);
      }
      (done[week] as Float64Array)[run] = total;
      if (head === queues.length) {
        for (let later = week + 1; later < HORIZON; later++) {
          (done[later] as Float64Array)[run] = total;
        }
        break;
      }
      if (!steady && open > 0) {
        growth = Math.max(growth + drawn.added / open, 0);
        if (growth === 0) {
          // Everything left was dropped.
          left = 0;
          for (; head < queues.length; head++) {
            (finishes[head] as Float64Array)[run] = week + 1;
          }
        }
      }
    }
  }
  done.forEach(counts => counts.sort());
  return { finishes, done };
}

/**
 * Weeks until a queue is empty in the given share of the runs; undefined when it is not within the horizon.
 * @param times in ascending order
 */
export function weeksUntil(times: Float64Array, share: number): number | undefined {
  const weeks = percentile(times, share);
  return weeks < Infinity ? weeks : undefined;
}

/** Tasks that are done in at least the given share of the runs: the more certain, the fewer. */
export function doneWith(counts: Float64Array, share: number): number {
  return percentile(counts, 1 - share + 1e-12) || 0;
}

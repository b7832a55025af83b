import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { InsightWorker } from '../../../src/app/following/worker/insightWorker';
import type { PlanInsight } from '../../../src/core/insight/planInsight';
import { insightValues } from '../../support/insightValues';
import { benchStore } from './benchStore';

/** What the schedule and the forecast of a repository cost, in the worker that ships. */
export interface InsightResult {
  /** Milliseconds from the question to the answer; the first also starts the worker and reads the history. */
  readonly times: readonly number[];
  /** Longest time in which the thread that asks could do nothing else, in milliseconds. */
  readonly blockMs: number;
  readonly open: number;
  /** Method and runs of the forecast; '' where there is none. */
  readonly forecast: string;
}

const RUNS = 4;

/** @param checkout where the built worker lies */
export async function insight(dir: string, checkout = ''): Promise<InsightResult> {
  const worker = new InsightWorker(join(checkout, 'dist/worker.mjs'), {
    debug: () => undefined,
    info: () => undefined,
    warn: message => console.error(message),
    error: (message, error) => console.error(message, error),
  });
  const bench = benchStore(dir, undefined, worker.compute);
  await bench.open();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await sleep(20);
  delay.reset();
  const times: number[] = [];
  let last: PlanInsight | undefined;
  for (let run = 0; run < RUNS; run++) {
    // The same facts are answered from memory.
    const facts = bench.store.snapshot.plans.map(one => ({ ...one }));
    const start = performance.now();
    [last] = await insightValues(bench.store.insight(facts));
    times.push(performance.now() - start);
  }
  delay.disable();
  worker.dispose();
  const forecast = last?.forecast;
  return {
    times,
    blockMs: delay.max / 1e6,
    open: last?.schedule.tasks.size ?? 0,
    forecast: forecast?.kind === 'forecast' ? `${forecast.method}, ${forecast.runs} runs` : '',
  };
}

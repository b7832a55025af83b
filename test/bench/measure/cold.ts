import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { benchStore } from './benchStore';

/** What opening a folder in a new process costs. */
export interface ColdResult {
  /** Milliseconds until files and git are in the snapshot. */
  readonly ms: number;
  /** Milliseconds until the first snapshot that shows the plan. */
  readonly firstMs: number;
  /** Longest time in which nothing else could run, in milliseconds. */
  readonly blockMs: number;
  /** Growth of the heap after a forced collection, in bytes. */
  readonly heap: number;
  readonly processes: number;
  readonly tasks: number;
  readonly commits: number;
}

/** @param cacheFolder what is known from before is taken from there, and left there for the next time */
export async function cold(dir: string, cacheFolder?: string): Promise<ColdResult> {
  const bench = benchStore(dir, cacheFolder);
  const before = heapInUse();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await sleep(20);
  delay.reset();
  let firstMs = 0;
  const start = performance.now();
  const listening = bench.store.onDidChange(() => (firstMs ||= performance.now() - start));
  await bench.open();
  const ms = performance.now() - start;
  listening.dispose();
  await sleep(5);
  delay.disable();
  await bench.store.save();
  const { plans, repos } = bench.store.snapshot;
  return {
    ms,
    firstMs,
    blockMs: delay.max / 1e6,
    heap: heapInUse() - before,
    processes: bench.processes.length,
    tasks: plans[0]?.plan.tasks.length ?? 0,
    commits: repos[0]?.history?.commits.size ?? 0,
  };
}

function heapInUse(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

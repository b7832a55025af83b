import { measureApart, root } from './measureApart';
import type { Subject } from './repositoryRows';
import type { Row } from './table';
import { median, row } from './table';

const first = (times: readonly number[]): string => `first ${Math.round(times[0] ?? 0)} ms`;

/** What the methods cost by themselves, on plans of known size. */
export async function algorithmRows(): Promise<Row[]> {
  const { criticalPath, schedule, throughput, network } = await measureApart('algorithms', root);
  return [
    row(
      '10,000 tasks, 30,000 dependencies: critical path',
      median(criticalPath),
      'ms',
      100,
      first(criticalPath),
    ),
    row('10,000 tasks, 30,000 dependencies: limited schedule', median(schedule), 'ms', 2000, first(schedule)),
    row(
      '500 open tasks: forecast by throughput',
      median(throughput),
      'ms',
      300,
      `10,000 runs; ${first(throughput)}`,
    ),
    ...network.map(({ tasks, runs, ms }) =>
      row(
        `${tasks.toLocaleString('en')} open tasks: forecast by network`,
        ms,
        'ms',
        // The fewest runs that are made take what they take.
        runs > 500 ? 2000 : undefined,
        `${runs.toLocaleString('en')} runs, ${Math.round((ms / runs / tasks) * 1e6)} ns a task`,
      ),
    ),
  ];
}

/** Schedule, forecast and findings of a repository, as the window asks its worker for them. */
export async function workerRows({ name, dir, full }: Subject): Promise<Row[]> {
  const { times, blockMs, open, forecast } = await measureApart('insight', dir, root);
  const [cold = NaN, ...warm] = times;
  return [
    row(
      `${name}: insight in the worker`,
      median(warm),
      'ms',
      full ? 2000 : undefined,
      `${open} open tasks, ${forecast}; first ${Math.round(cold)} ms`,
    ),
    row(
      `${name}: longest block by insight`,
      blockMs,
      'ms',
      50,
      'of the thread that asks, reading the history too',
    ),
  ];
}

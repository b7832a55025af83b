import { finish } from '../../../src/core/base/steps';
import { forecastByNetwork } from '../../../src/core/insight/forecast/networkForecast';
import { queuesOf } from '../../../src/core/insight/forecast/queues';
import { forecastByThroughput } from '../../../src/core/insight/forecast/throughputForecast';
import { planHistorySteps } from '../../../src/core/insight/history/planHistory';
import { draftOf } from '../../../src/core/insight/schedule/planDraft';
import { schedulePlans } from '../../../src/core/insight/schedule/schedule';
import { addDays } from '../../../src/core/base/dates';
import type { Plan } from '../../../src/core/plan/model';
import { madePlan } from '../scale/madePlan';

/** Milliseconds of each run, the first one in a cold process. */
export interface AlgorithmResult {
  readonly criticalPath: readonly number[];
  readonly schedule: readonly number[];
  readonly throughput: readonly number[];
  readonly network: readonly { readonly tasks: number; readonly runs: number; readonly ms: number }[];
}

const TODAY = '2026-03-02';
const RUNS = 5;
const WEEKS = 12;

/** Schedule and forecasts of plans that are made in memory. */
export function algorithms(): AlgorithmResult {
  const large = madePlan({ tasks: 10_000, dependencies: 30_000, milestones: 200, people: 20 });
  const small = madePlan({ tasks: 500, dependencies: 1_000, milestones: 10, people: 8 });
  return {
    criticalPath: timed(() => draftOf({ plan: large }, TODAY)),
    schedule: timed(() => schedulePlans([{ plan: large }], TODAY)),
    throughput: timed(throughputOf(small)),
    network: [small, large].map(networkOf),
  };
}

function timed(work: () => unknown): number[] {
  return Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
}

/** Twelve weeks, in each of which between none and eight tasks were done and some were added. */
function throughputOf(plan: Plan): () => unknown {
  const first = addDays(TODAY, -7 * WEEKS - 1);
  const step = (day: string, path: string, category: 'open' | 'done') => ({
    commit: path,
    day,
    files: [{ path, items: [{ kind: 'task' as const, key: path, category }] }],
  });
  const days = Array.from({ length: 50 }, (_, index) => addDays(first, 2 + ((index * 37) % (7 * WEEKS - 2))));
  const steps = [
    ...days.map((_, index) => step(first, `done-${index}`, 'open')),
    ...[...days].sort().map((day, index) => step(day, `done-${index}`, 'done')),
  ];
  const history = finish(planHistorySteps(steps));
  const input = { history, settings: plan.settings, queues: queuesOf(plan), today: TODAY };
  return () => {
    if (forecastByThroughput(input).kind === 'none') throw new Error('no forecast');
  };
}

function networkOf(plan: Plan): AlgorithmResult['network'][number] {
  const scheduled = schedulePlans([{ plan }], TODAY);
  const start = performance.now();
  const found = forecastByNetwork({
    plan,
    scheduled,
    index: 0,
    past: { ratios: [0.8, 1, 1.2, 1.5, 2] },
    queues: queuesOf(plan),
  });
  const ms = performance.now() - start;
  return { tasks: plan.tasks.length, runs: found.kind === 'forecast' ? found.runs : 0, ms };
}

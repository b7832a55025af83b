/**
 * `node openOnce.mjs ROOT`: opens the plans of a folder as a window of the editor does, with the built engine and its
 * worker, and prints `{ tasks, problem, megabytes }` once nothing is left to do: the number of tasks, why there is no
 * insight, and the most memory that host and worker had together.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const dist = resolve(import.meta.dirname, '../../../dist');
const { createStore, InsightWorker, nodeFiles } = await import(
  pathToFileURL(resolve(dist, 'engine.mjs')).href
);
const [, , root] = process.argv;
const errors = [];
const log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: (message, error) => errors.push(`${message} ${error?.code ?? error?.stack}`),
};
const worker = new InsightWorker(resolve(dist, 'worker.mjs'), log);
const store = createStore({
  files: nodeFiles,
  log,
  now: () => Date.now() / 1000,
  today: '2026-03-02',
  computeInsight: worker.compute,
  followInsight: true,
});
await store.open({ roots: [{ id: root, name: 'root', path: root, plans: [], misnamed: [] }] });
// A worker of its own does not keep a program alive.
const alive = setInterval(() => undefined, 1000);
const { plans, insight, insightProblem } = await store.whenIdle();
clearInterval(alive);
process.stdout.write(
  JSON.stringify({
    tasks: plans.reduce((sum, { plan }) => sum + plan.tasks.length, 0),
    insight: insight?.size ?? 0,
    problem: insightProblem?.code ?? null,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    errors,
  }),
  () => process.exit(),
);

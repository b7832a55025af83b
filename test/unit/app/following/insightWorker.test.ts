import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { InsightEnded } from '../../../../src/app/following/insights';
import { InsightWorker } from '../../../../src/app/following/worker/insightWorker';
import { amended } from '../../../../src/core/evidence/graph/layeredMap';
import type { Observed } from '../../../../src/core/evidence/link';
import { planHistorySteps } from '../../../../src/core/insight/history/planHistory';
import type { HistoryStep } from '../../../../src/core/insight/history/planHistory';
import { computeInsight } from '../../../../src/core/insight/planInsight';
import { finish } from '../../../../src/core/base/steps';
import { activity, reliable } from '../../../support/networks';
import { aPlan } from '../../../support/planBuilder';

const READY = 'const port = require("worker_threads").parentPort; port.postMessage({ kind: "ready" });';
const TODAY = '2026-03-02';

describe('the worker for insight', () => {
  let dir: string;
  let errors: string[];
  const log = {
    debug: () => undefined,
    info: () => undefined,
    warn: () => undefined,
    error: (message: string) => void errors.push(message),
  };

  before(async () => {
    dir = mkdtempSync(join(tmpdir(), 'milepost-worker-'));
    const entryPoints = [join(import.meta.dirname, '../../../../src/app/following/worker/thread.ts')];
    await build({
      entryPoints,
      bundle: true,
      platform: 'node',
      outfile: join(dir, 'worker.js'),
      logLevel: 'error',
    });
    writeFileSync(join(dir, 'dies.js'), `${READY} port.on("message", () => process.exit(1));`);
    writeFileSync(
      join(dir, 'fills.js'),
      `${READY} port.on("message", () => { for (const all = []; ; ) all.push(new Array(1e5).fill(1.5)); });`,
    );
  });
  beforeEach(() => (errors = []));
  after(() => rmSync(dir, { recursive: true }));

  const inputs = [reliable(), aPlan(Array.from({ length: 2500 }, (_, i) => activity(`${i}`, 1)))].map(
    plan => ({
      plan,
      observed: new Map(),
    }),
  );

  it('answers what the same computation gives here, several questions in a row', async () => {
    const worker = new InsightWorker(join(dir, 'worker.js'), log);
    try {
      const [first, second] = await Promise.all([
        worker.compute(inputs, TODAY, {}),
        worker.compute(inputs.slice(0, 1), TODAY, {}),
      ]);
      assert.deepEqual(first, computeInsight(inputs, TODAY));
      assert.deepEqual(second, computeInsight(inputs.slice(0, 1), TODAY));
      assert.deepEqual(errors, []);
    } finally {
      worker.dispose();
    }
  });

  it('takes what git shows after new commits, which is kept in layers', async () => {
    const worker = new InsightWorker(join(dir, 'worker.js'), log);
    const seen = {
      state: 'started',
      firstWork: 1_770_000_000,
      unmerged: [],
      landedTimes: [],
      openCommits: 1,
    } as const;
    const observed = finish(amended(new Map<string, Observed>(), new Map([['A', seen]])));
    const input = { plan: reliable(), observed };
    try {
      assert.deepEqual(await worker.compute([input], TODAY, {}), computeInsight([input], TODAY));
      assert.deepEqual(errors, []);
    } finally {
      worker.dispose();
    }
  });

  it('knows the history of a plan from one question to the next, and the new one after that', async () => {
    const worker = new InsightWorker(join(dir, 'worker.js'), log);
    const [plan] = inputs.map(input => input.plan);
    const life = (day: string, category: 'open' | 'done'): HistoryStep => ({
      commit: day,
      day,
      files: [{ path: 'a.md', items: [{ kind: 'task', key: 'A', category }] }],
    });
    const steps = [life('2026-01-05', 'open'), life('2026-02-02', 'done')];
    try {
      for (const history of [
        finish(planHistorySteps(steps.slice(0, 1))),
        finish(planHistorySteps(steps)),
        undefined,
      ]) {
        const input = { plan: plan ?? aPlan([]), observed: new Map(), ...(history && { history }) };
        const expected = computeInsight([input], TODAY);
        assert.equal(expected[0]?.history?.tasks.size, history?.tasks.size);
        assert.deepEqual(await worker.compute([input], TODAY, {}), expected);
        assert.deepEqual(await worker.compute([input], TODAY, {}), expected);
      }
      assert.deepEqual(errors, []);
    } finally {
      worker.dispose();
    }
  });

  it('gives the answer all the same when the worker cannot be started', async () => {
    const worker = new InsightWorker(join(dir, 'missing.js'), log);
    const found = await worker.compute(inputs.slice(0, 1), TODAY, {});
    assert.deepEqual(found, computeInsight(inputs.slice(0, 1), TODAY));
    assert.equal(errors.length, 1);
  });

  const endings = [
    ['dies.js', { code: 'insight-ended', args: ['plan'] }],
    ['fills.js', { code: 'insight-memory', args: ['plan', 64] }],
  ] as const;
  for (const [file, problem] of endings) {
    it(`does not repeat what ended the worker, until the plan has changed (${file})`, async () => {
      const worker = new InsightWorker(join(dir, file), log, 64);
      const ask = (given: typeof inputs) => Promise.resolve(worker.compute(given, TODAY, {}));
      const ended = (error: unknown): boolean => {
        assert.ok(error instanceof InsightEnded);
        assert.deepEqual(error.problem, problem);
        return true;
      };
      try {
        await assert.rejects(ask(inputs.slice(0, 1)), ended);
        await assert.rejects(ask(inputs.slice(0, 1)), ended);
        await assert.rejects(ask(inputs), ended);
        assert.equal(errors.length, 1, 'asked once');
        const changed = inputs.slice(0, 1).map(input => ({ ...input, plan: { ...input.plan } }));
        await assert.rejects(ask(changed), ended);
        assert.equal(errors.length, 2, 'asked again');
      } finally {
        worker.dispose();
      }
    });
  }
});

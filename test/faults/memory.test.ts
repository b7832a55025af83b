import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { EXTREMES, writeExtremePlan } from '../support/faults/extremePlan';

const OPEN = resolve(import.meta.dirname, '../support/faults/openOnce.mjs');

/** `MILEPOST_PLAN_MB=16 npx mocha test/faults/memory.test.ts` for the largest plans that are read. */
const MEGABYTES = Number(process.env['MILEPOST_PLAN_MB'] ?? 0.1);
const SEED = Number(process.env['SEED'] ?? 1);

/** What host and worker may take together. */
const MOST_MEGABYTES = 1024;

describe(`a plan of ${MEGABYTES} MB with absurd numbers`, function () {
  this.timeout(30 * 60_000);

  for (const [at, extreme] of EXTREMES.entries()) {
    it(`ends, and takes at most ${MOST_MEGABYTES} MB in host and worker (${extreme})`, () => {
      const root = mkdtempSync(join(tmpdir(), 'milepost-memory-'));
      try {
        const bytes = writeExtremePlan(root, extreme, MEGABYTES * 1_000_000, SEED + at);
        const { status, stdout, stderr } = spawnSync(process.execPath, [OPEN, root], { encoding: 'utf8' });
        assert.equal(status, 0, stderr);
        const { tasks, insight, problem, megabytes, errors } = JSON.parse(stdout);
        if (MEGABYTES > 1) console.log(`      ${extreme}: ${bytes} bytes, ${stdout}`);
        assert.ok(tasks > 0);
        assert.ok(
          insight === 1 || problem !== null,
          'either there is insight or it is said why there is none',
        );
        assert.ok(problem !== null || errors.length === 0, String(errors));
        assert.ok(megabytes <= MOST_MEGABYTES, `${megabytes} MB`);
      } finally {
        rmSync(root, { recursive: true });
      }
    });
  }
});

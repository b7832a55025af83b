import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { PLAN } from '../support/faults/openPlan';
import { GitRepo } from '../support/gitRepo';
import { writeOne } from '../support/writeOne';

const TASK = 'plan/tasks/three.md';
const OLD = PLAN[TASK] ?? '';

/** How often it is tried; it was one time in three that a write went astray. */
const WRITES = 60;

describe('a folder that is swapped for a link while a file in it is written', () => {
  let repo: GitRepo;
  beforeEach(() => {
    repo = GitRepo.create();
    repo.commit({ message: 'Plan', files: PLAN });
  });
  afterEach(() => repo.dispose());

  it('never has the file written to which the link leads', async function () {
    if (process.platform === 'win32') {
      console.log('      skipped: not everybody may make links on Windows');
      return this.skip();
    }
    const outside = join(dirname(repo.dir), 'outside');
    mkdirSync(outside);
    writeFileSync(join(outside, 'three.md'), OLD);
    const swapper = resolve(import.meta.dirname, '../support/faults/swapFolder.mjs');
    const child = fork(swapper, [join(repo.dir, dirname(TASK)), outside], { execArgv: [] });
    await once(child, 'message');
    const counts = { written: 0, refused: 0 };
    try {
      // Both happen often enough sooner or later.
      while (counts.written + counts.refused < WRITES || counts.written < 5 || counts.refused < 5) {
        const text = counts.written % 2 === 0 ? OLD : OLD.replace('To do', 'Done!');
        const start = OLD.indexOf('To do');
        const edits = [{ start, end: start + 5, text: counts.written % 2 === 0 ? 'Done!' : 'To do' }];
        const outcome = await writeOne({ root: repo.dir, plan: 'plan', file: TASK, text, edits });
        counts[outcome.ok ? 'written' : 'refused']++;
        const code = outcome.ok ? '' : outcome.refusal.code;
        assert.ok(['', 'changed-meanwhile', 'not-writable'].includes(code), code);
        assert.equal(readFileSync(join(outside, 'three.md'), 'utf8'), OLD);
        assert.deepEqual(readdirSync(outside), ['three.md']);
      }
    } finally {
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    }
    console.log(`      ${counts.written} written, ${counts.refused} refused`);
  });
});

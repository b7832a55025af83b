import assert from 'node:assert/strict';
import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { lockPlan } from '../../src/app/writing/planLock';
import { GitRepo } from '../support/gitRepo';
import type { WriterTask } from '../support/faults/writer';

/** For more: `ROUNDS=1000 npx mocha test/faults/manyWriters.test.ts`. */
const ROUNDS = Number(process.env.ROUNDS ?? 20);
const WRITERS = [1, 2, 3, 4];
const FILE = 'plan/tasks/1.md';

/** Each writer has a line of its own; the rest is there to be damaged. */
const textOf = (values: readonly number[]): string =>
  ['---', ...values.map((value, index) => `w${index + 1}: ${value}`), '---', 'ä'.repeat(5_000), ''].join(
    '\n',
  );

describe('four processes that write one file', () => {
  let repo: GitRepo;
  let children: readonly ChildProcess[];
  before(() => {
    repo = GitRepo.create();
    const files = { 'plan/project.md': '---\nkey: APP\n---\n', [FILE]: textOf(WRITERS.map(() => 0)) };
    repo.commit({ message: 'Plan', files });
    const writer = resolve(import.meta.dirname, '../support/faults/writer.ts');
    children = WRITERS.map(() => fork(writer, { execArgv: ['--import', 'tsx'] }));
  });
  after(() => {
    children.forEach(child => child.kill());
    repo.dispose();
  });

  /** Has the plan's lock say that a process holds it that has ended, or one of another machine that stands still. */
  async function leaveLock(): Promise<(round: number) => void> {
    const taken = await lockPlan({ root: repo.dir, plan: 'plan', file: FILE });
    assert.ok(taken.ok);
    const locks = join(repo.dir, '.git/milepost');
    const lock = join(locks, readdirSync(locks)[0] ?? '');
    const [time = '', pid, ...rest] = (readdirSync(lock)[0] ?? '').split('-');
    await taken.lock.release();
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    return round => {
      const held =
        round % 2 === 0
          ? [Date.now(), gone, ...rest]
          : [Number(time) - 61_000, pid, ...rest.slice(0, -1), 'elsewhere'];
      renameSync(join(lock, 'free.milepost'), join(lock, held.join('-')));
    };
  }

  it(`lose nothing in ${ROUNDS} rounds, each on a lock that was left behind`, async function () {
    this.timeout(60_000 + ROUNDS * 1_000);
    const leave = await leaveLock();
    let refused = 0;
    for (let round = 1; round <= ROUNDS; round++) {
      leave(round);
      const answers = children.map(child => once(child, 'message'));
      children.forEach((child, index) => {
        const place = { root: repo.dir, plan: 'plan', file: FILE };
        child.send({ ...place, line: index + 1, text: `w${index + 1}: ${round}` } satisfies WriterTask);
      });
      for (const [answer] of await Promise.all(answers)) {
        assert.equal(typeof answer, 'number', JSON.stringify(answer));
        refused += Number(answer);
      }
      const text = readFileSync(join(repo.dir, FILE), 'utf8');
      assert.ok(text === textOf(WRITERS.map(() => round)), `round ${round}: ${text.slice(0, 60)}`);
    }
    console.log(`      ${refused} writes met a text that another one had changed`);
    assert.deepEqual(readdirSync(join(repo.dir, 'plan/tasks')), ['1.md']);
    assert.ok(refused > 0, 'they never met');
  });
});

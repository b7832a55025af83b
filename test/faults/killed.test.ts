import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PLAN } from '../support/faults/openPlan';
import { callsOf, contents, inCopies, runBroken, type Fault } from '../support/faults/brokenRuns';
import { GitRepo } from '../support/gitRepo';
import { CLI, runCli, runProgram } from '../support/runCli';
import { Random } from '../bench/scale/random';

const TASK = 'plan/tasks/three.md';
const OLD = PLAN[TASK] ?? '';
const NEW = OLD.replace('To do', 'Done');
const SET = ['set', 'APP-3', 'status=Done'];

/** Calls that change something on the disk. */
const CHANGING = ['open', 'file.writeFile', 'file.sync', 'chmod', 'rename', 'rm'];

describe('a command line that is killed', () => {
  let repo: GitRepo;
  before(() => {
    repo = GitRepo.create();
    repo.commit({ message: 'Plan', files: PLAN });
  });
  after(() => repo.dispose());

  it('leaves the old file or the new one, at every step and within it, and the next run goes on', async () => {
    const calls = await callsOf(repo.dir, ...SET);
    repo.write(TASK, OLD);
    // Before a call that follows one that only reads, the disk is as it was before that one.
    const steps = calls.flatMap((call, index): Fault[] => [
      ...(index === 0 || CHANGING.includes(calls[index - 1] ?? '') ? [`before ${index + 1}` as const] : []),
      ...(CHANGING.includes(call) ? [`during ${index + 1}` as const] : []),
    ]);
    assert.ok(calls.indexOf('rename') > 0, calls.join(' '));
    await inCopies(repo.dir, steps, async (step, copy) => {
      writeFileSync(join(copy, TASK), OLD);
      const run = await runBroken(copy, step, ...SET);
      assert.equal(run.code, null, `${step}: ${run.err}`);
      const left = contents(copy);
      assert.ok(left[TASK] === OLD || left[TASK] === NEW, `${step}: ${left[TASK]}`);
      const others = Object.entries(left).filter(([path]) => path !== TASK && !isRest(path));
      assert.deepEqual(
        others,
        Object.entries(PLAN)
          .filter(([path]) => path !== TASK)
          .sort(byPath),
        step,
      );
      if (Object.keys(left).some(isRest)) {
        const next = await runCli(copy, 'set', 'APP-3', 'status=Blocked');
        assert.equal(next.code, 0, `after ${step}: ${next.err}`);
        const expected = { ...PLAN, [TASK]: OLD.replace('To do', 'Blocked') };
        assert.deepEqual(contents(copy), Object.fromEntries(Object.entries(expected).sort(byPath)), step);
      }
    });
  });

  it('leaves every file old or new when it is killed at any time', async () => {
    const seed = 20_260_120;
    console.log(`      seed ${seed}`);
    const random = new Random(seed);
    const times: number[] = [];
    await inCopies(repo.dir, [1, 2, 3, 4, 5, 6], async (_, copy) => {
      const began = performance.now();
      assert.equal((await runCli(copy, ...SET, '--dry-run')).code, 0);
      times.push(performance.now() - began);
    });
    const whole = Math.max(...times);
    const files: Record<string, (status: string) => string> = {
      'APP-1': status => `plan/milestones/one.md ${status === 'Done' ? '- [x] APP-1' : '- [/] APP-1'}`,
      'APP-3': status => `${TASK} status: ${status}`,
      'APP-4': status => `plan/tasks/four.md status: ${status}`,
    };
    const kills = Array.from({ length: 66 }, () => ({
      id: random.pick(Object.keys(files)),
      status: random.pick(['Done', 'In progress']),
      delay: random.below(Math.ceil(whole * 1.1)),
    }));
    let killed = 0;
    await inCopies(repo.dir, kills, async ({ id, status, delay }, copy) => {
      const old = contents(copy);
      const { code, err } = await runProgram(
        process.execPath,
        [CLI, 'set', id, `status=${status}`],
        { cwd: copy },
        delay,
      );
      assert.equal(err, '');
      killed += code === null ? 1 : 0;
      const [path = '', ...line] = (files[id]?.(status) ?? '').split(' ');
      for (const [name, text] of Object.entries(contents(copy))) {
        const changed =
          name === path && text.includes(line.join(' ')) && sameButOneLine(text, old[name] ?? '');
        assert.ok(text === old[name] || changed || isRest(name), `${name} after ${delay} ms: ${text}`);
      }
    });
    console.log(`      ${killed} of ${kills.length} were killed before they had ended`);
    assert.ok(killed > 0);
  });
});

/** A draft or a lock: hidden, and named by what it is for. */
function isRest(path: string): boolean {
  return /\/\.[^/]+\.md\.(?:lock|[0-9a-f]{12}\.tmp)$/.test(path);
}

function sameButOneLine(a: string, b: string): boolean {
  const [left, right] = [a.split('\n'), b.split('\n')];
  return left.length === right.length && left.filter((line, index) => line !== right[index]).length <= 1;
}

function byPath([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : 1;
}

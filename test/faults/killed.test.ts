import assert from 'node:assert/strict';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { PLAN } from '../support/faults/openPlan';
import { callsOf, contents, inCopies, runBroken, type Fault } from '../support/faults/brokenRuns';
import { GitRepo } from '../support/gitRepo';
import { CLI, runCli, runProgram, startCli } from '../support/runCli';
import { Random } from '../bench/scale/random';

const TASK = 'plan/tasks/three.md';
const OLD = PLAN[TASK] ?? '';
const NEW = OLD.replace('To do', 'Done');
const SET = ['set', 'APP-3', 'status=Done'];
const LOCKS = '.git/milepost';

/** How often it is killed at any time: `ROUNDS=1000 npx mocha test/faults/killed.test.ts` for more. */
const KILLS = Number(process.env.ROUNDS ?? 66);

/** Calls that change something on the disk. */
const CHANGING = [
  'open',
  'file.writeFile',
  'file.chmod',
  'file.write',
  'file.truncate',
  'file.sync',
  'mkdir',
  'rmdir',
  'chmod',
  'writeFile',
  'rename',
  'rm',
];

describe('a command line that is killed', () => {
  let repo: GitRepo;
  before(() => {
    repo = GitRepo.create();
    repo.commit({ message: 'Plan', files: PLAN });
  });
  after(() => repo.dispose());

  /** The file as it was, and nobody else's to read. */
  function prepare(copy: string): void {
    writeFileSync(join(copy, TASK), OLD);
    chmodSync(join(copy, TASK), 0o600);
  }

  it('leaves the old file or the new one, at every step and within it, and the next run goes on', async () => {
    // The first one makes the lock, which stays.
    await callsOf(repo.dir, ...SET);
    prepare(repo.dir);
    const calls = await callsOf(repo.dir, ...SET);
    // Before a call that follows one that only reads, the disk is as it was before that one.
    const steps = calls.flatMap((call, index): Fault[] => [
      ...(index === 0 || CHANGING.includes(calls[index - 1] ?? '') ? [`before ${index + 1}` as const] : []),
      ...(CHANGING.includes(call) ? [`during ${index + 1}` as const] : []),
    ]);
    assert.ok(calls.indexOf('rename') > 0, calls.join(' '));
    await inCopies(repo.dir, steps, async (step, copy) => {
      prepare(copy);
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
      const drafts = Object.keys(left).filter(isRest);
      for (const draft of drafts) {
        assert.equal(statSync(join(copy, draft)).mode & 0o777, 0o600, `${step}: others may read the draft`);
        // The one that a killed process has left is removed once it has been there for a minute.
        utimesSync(join(copy, draft), 1, 1);
      }
      if (drafts.length > 0 || holderOf(copy) !== undefined) {
        const next = await runCli(copy, 'set', 'APP-3', 'status=Blocked');
        assert.equal(next.code, 0, `after ${step}: ${next.err}`);
        const expected = { ...PLAN, [TASK]: OLD.replace('To do', 'Blocked') };
        assert.deepEqual(contents(copy), Object.fromEntries(Object.entries(expected).sort(byPath)), step);
      }
    });
  });

  it('goes on after it was killed while it made the lock of a plan', async () => {
    const locks = (copy: string): string => join(copy, LOCKS);
    rmSync(locks(repo.dir), { recursive: true, force: true });
    prepare(repo.dir);
    const calls = await callsOf(repo.dir, ...SET);
    // Its folder, the file in it, and its name.
    const steps = ['mkdir', 'writeFile', 'rename'].map((call): Fault => {
      const index = call === 'mkdir' ? calls.lastIndexOf(call) : calls.indexOf(call);
      assert.ok(index > 0, calls.join(' '));
      return `during ${index + 1}`;
    });
    await inCopies(repo.dir, steps, async (step, copy) => {
      rmSync(locks(copy), { recursive: true, force: true });
      prepare(copy);
      assert.equal((await runBroken(copy, step, ...SET)).code, null, step);
      const { code, err } = await runCli(copy, ...SET);
      assert.deepEqual([code, err, contents(copy)[TASK]], [0, '', NEW], step);
    });
  });

  it('leaves the whole new text beside a file that is written in place, when that is neither old nor new', async () => {
    const other = (copy: string): string => `${copy}.other`;
    const link = (copy: string): void => {
      rmSync(other(copy), { force: true });
      linkSync(join(copy, TASK), other(copy));
    };
    prepare(repo.dir);
    link(repo.dir);
    const calls = await callsOf(repo.dir, ...SET);
    const first = calls.indexOf('file.write');
    assert.ok(first > 0 && calls.includes('file.truncate'), calls.join(' '));
    assert.equal(readFileSync(other(repo.dir), 'latin1'), NEW);
    const after = calls.slice(first + 1).map((_, index): Fault => `before ${first + index + 2}`);
    const steps: Fault[] = [`during ${first + 1}`, ...after];
    let damaged = 0;
    await inCopies(repo.dir, steps, async (step, copy) => {
      prepare(copy);
      link(copy);
      assert.equal((await runBroken(copy, step, ...SET)).code, null, step);
      const left = contents(copy);
      assert.equal(readFileSync(other(copy), 'latin1'), left[TASK], `${step}: no longer one file`);
      const drafts = Object.keys(left).filter(isRest);
      const isWhole = [OLD, NEW].includes(left[TASK] ?? '') || drafts.some(path => left[path] === NEW);
      assert.ok(isWhole, `${step}: ${left[TASK]}`);
      if (![OLD, NEW].includes(left[TASK] ?? '')) {
        damaged++;
        // Not even the next write takes away the only whole text, however old it is, and the check says where it is.
        drafts.forEach(draft => utimesSync(join(copy, draft), 1, 1));
        assert.equal((await runCli(copy, 'set', 'APP-4', 'status=Done')).code, 0);
        const check = await runCli(copy, 'check', '--strict');
        assert.equal(check.code, 1);
        drafts.forEach(draft => {
          assert.equal(contents(copy)[draft], NEW, step);
          assert.match(check.out, new RegExp(`^${draft}:1:1 warning leftover .* copy this one over it`, 'm'));
        });
      }
      drafts.forEach(draft => rmSync(join(copy, draft)));
      rmSync(other(copy));
    });
    assert.ok(damaged > 0);
    rmSync(other(repo.dir));
  });

  it('leaves every file old or new when it is killed at any time', async function () {
    this.timeout(180_000 + KILLS * 3_000);
    const seed = 20_260_120;
    console.log(`      seed ${seed}`);
    const random = new Random(seed);
    const times: number[] = [];
    await inCopies(repo.dir, [1, 2, 3, 4, 5, 6], async (_, copy) => {
      const began = performance.now();
      assert.equal((await startCli(copy, ...SET)).code, 0);
      times.push(performance.now() - began);
    });
    const whole = Math.max(...times);
    const lines: Record<string, (status: string) => readonly [path: string, line: string]> = {
      'APP-1': status => ['plan/milestones/one.md', status === 'Done' ? '- [x] APP-1' : '- [/] APP-1'],
      'APP-3': status => [TASK, `status: ${status}`],
      'APP-4': status => ['plan/tasks/four.md', `status: ${status}`],
    };
    const kills = Array.from({ length: KILLS }, () => ({
      id: random.pick(Object.keys(lines)),
      // Every other one while it writes, which takes a few milliseconds.
      atWork: random.chance(50),
      after: random.below(Math.ceil(whole * 1.1)),
    }));
    let killed = 0;
    let held = 0;
    await inCopies(repo.dir, kills, async ({ id, atWork, after }, copy) => {
      const [old, before] = [contents(copy), holderOf(copy)];
      const isIn = (text: string | undefined, status: string): boolean =>
        text?.includes(lines[id]?.(status)[1] ?? '') ?? false;
      const path = lines[id]?.('')[0] ?? '';
      const status = isIn(old[path], 'Done') ? 'In progress' : 'Done';
      const { code, err } = await runProgram(
        process.execPath,
        [CLI, 'set', id, `status=${status}`],
        { cwd: copy },
        atWork ? lockedFor(copy, after % 12) : after,
      );
      assert.deepEqual([code ?? 0, err], [0, '']);
      killed += code === null ? 1 : 0;
      held += [undefined, before].includes(holderOf(copy)) ? 0 : 1;
      const left = contents(copy);
      assert.ok(code === null || isIn(left[path], status), `${path} is not written`);
      for (const [name, text] of Object.entries(left)) {
        const changed = name === path && isIn(text, status) && sameButOneLine(text, old[name] ?? '');
        assert.ok(text === old[name] || changed || isRest(name), `${name} after ${after} ms: ${text}`);
      }
    });
    console.log(
      `      ${killed} of ${kills.length} were killed before they had ended, ${held} of them at work on the plan`,
    );
    assert.ok(killed > 0);
  });
});

/** A draft. */
function isRest(path: string): boolean {
  return /\/\.milepost-[0-9a-f]{12}\.(?:tmp|keep)$/.test(path);
}

/** Resolves some milliseconds after the plan has been locked. */
async function lockedFor(copy: string, milliseconds: number): Promise<void> {
  const locks = join(copy, LOCKS);
  const watcher = watch(join(locks, readdirSync(locks).find(name => name.endsWith('.lock')) ?? ''), {
    // The run may be over before.
    persistent: false,
  });
  await once(watcher, 'change');
  watcher.close();
  await delay(milliseconds);
}

/** What the lock of the plan says of a process that has left it. */
function holderOf(copy: string): string | undefined {
  const locks = join(copy, LOCKS);
  const names = existsSync(locks) ? readdirSync(locks, { recursive: true, encoding: 'utf8' }) : [];
  return names.find(name => /[/\\]\d+-/.test(name));
}

function sameButOneLine(a: string, b: string): boolean {
  const [left, right] = [a.split('\n'), b.split('\n')];
  return left.length === right.length && left.filter((line, index) => line !== right[index]).length <= 1;
}

function byPath([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : 1;
}

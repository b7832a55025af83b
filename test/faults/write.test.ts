import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { lockPlan } from '../../src/app/writing/planLock';
import { callsOf, contents } from '../support/faults/brokenRuns';
import { AS_OTHER, giveToOther } from '../support/faults/asOther';
import { PLAN } from '../support/faults/openPlan';
import { GitRepo } from '../support/gitRepo';
import { OwnCache } from '../support/ownCache';
import { CLI, ManyRuns, runCli, runProgram, startCli, type CliRun } from '../support/runCli';

const TASK = 'plan/tasks/three.md';
const OLD = PLAN[TASK] ?? '';
const NEW = OLD.replace('To do', 'Done');
const SET = ['set', 'APP-3', 'status=Done'];

const UNSYNCED =
  'milepost: plan/tasks/three.md was written, but a power cut may bring back the old text: the disk reports an error. Check the disk.\n';

const TOLD =
  /^milepost: [^\n]+(?:: the disk reports an error|could not be read; milepost check tells why\.)\n$/;

describe('a plan file that cannot be written', () => {
  const cache = new OwnCache();
  let repo: GitRepo;
  before(() => cache.use());
  after(() => cache.dispose());
  beforeEach(() => {
    repo = GitRepo.create();
    repo.commit({ message: 'Plan', files: PLAN });
  });
  afterEach(() => repo.dispose());

  /** It says why in one sentence, and every file is as it was. */
  function refused(run: CliRun, sentence: string, folder = repo.dir): void {
    assert.deepEqual([run.code, run.err], [2, `milepost: ${sentence}\n`]);
    assert.deepEqual(contents(folder), PLAN);
  }

  it('because the disk is full', async function () {
    const disk = join(dirname(repo.dir), 'disk');
    mkdirSync(disk);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk]);
    if (mounted.status !== 0) {
      console.log('      skipped: this user may not mount a small disk');
      return this.skip();
    }
    try {
      for (const [path, text] of Object.entries(PLAN)) {
        mkdirSync(dirname(join(disk, path)), { recursive: true });
        writeFileSync(join(disk, path), text);
      }
      const { status } = spawnSync('dd', ['if=/dev/zero', `of=${join(disk, '.git')}`, 'bs=4k']);
      assert.notEqual(status, 0, 'the disk is not full');
      // A process of its own: one that goes on would keep the disk from being taken away.
      refused(await startCli(disk, ...SET), `${TASK} could not be written: the disk is full`, disk);
    } finally {
      execFileSync('umount', [disk]);
    }
  });

  it('because files may not grow', async function () {
    if (process.platform === 'win32') {
      console.log('      skipped: there is no such limit on Windows');
      return this.skip();
    }
    const script = 'ulimit -f 0; exec "$0" "$@"';
    const run = await runProgram('sh', ['-c', script, process.execPath, CLI, ...SET], { cwd: repo.dir });
    refused(run, `${TASK} could not be written: it would exceed the file size limit`);
  });

  it('because a call of the file system fails, whichever it is: one sentence and no half file', async () => {
    const calls = await callsOf(repo.dir, ...SET);
    const runs = new ManyRuns();
    const unsynced: number[] = [];
    try {
      for (const [index, name] of calls.entries()) {
        repo.write(TASK, OLD);
        rmSync(join(repo.dir, '.git/milepost'), { recursive: true, force: true });
        const run = await runs.run({ cwd: repo.dir, fault: `fail ${index + 1} EIO`, args: SET });
        checkFailed(name, index + 1, run);
        if (run.err === UNSYNCED) unsynced.push(index);
      }
    } finally {
      await runs.stop();
    }
    // The folder is written to the disk once the file has been replaced, which nothing but giving the lock back follows.
    assert.deepEqual(
      [unsynced.length, ...calls.slice((unsynced[0] ?? 0) - 1)],
      [1, 'rename', 'file.sync', 'rename'],
    );
  });

  function checkFailed(name: string, number: number, { code, out, err }: CliRun): void {
    const told = `${name}, call ${number}: ${code} ${out}${err}`;
    const left = contents(repo.dir);
    const written = left[TASK] === NEW;
    const clean = { ...PLAN, [TASK]: written ? NEW : OLD };
    const rest = Object.keys(left).filter(path => !(path in PLAN));
    assert.deepEqual(Object.fromEntries(Object.entries(left).filter(([path]) => path in PLAN)), clean, told);
    // What fails to be taken away stays, and does no harm.
    assert.ok(rest.length === 0 || name === 'rm', `${told}\n${rest.join(' ')}`);
    for (const path of rest) rmSync(join(repo.dir, path));
    assert.ok(code === 0 || code === 2, told);
    // A folder that cannot be looked at may hold another plan: that is told, and the change is made.
    const isTold =
      code === 0 ? /^(milepost: .* could not be read, so a plan may be missing here: .*\n)?$/ : TOLD;
    if (err !== UNSYNCED) assert.match(err, isTold, told);
  }

  it('because it is read-only, or its folder is', async () => {
    // The build may lie where the other user cannot read.
    const cli = join(dirname(repo.dir), 'cli.js');
    copyFileSync(CLI, cli);
    const asOther = (): Promise<CliRun> => {
      giveToOther(repo.dir);
      const env = { ...process.env, HOME: repo.dir };
      return runProgram(process.execPath, [cli, ...SET], { cwd: repo.dir, env, ...AS_OTHER });
    };
    chmodSync(join(repo.dir, TASK), 0o444);
    refused(await asOther(), `${TASK} could not be written: permission denied`);
    chmodSync(join(repo.dir, TASK), 0o644);
    chmodSync(join(repo.dir, dirname(TASK)), 0o555);
    refused(await asOther(), `${TASK} could not be written: permission denied`);
    chmodSync(join(repo.dir, dirname(TASK)), 0o755);
    assert.equal((await asOther()).code, 0);
  });

  it('because another milepost is writing to the plan, by whichever path it has come there', async () => {
    const linked = join(dirname(repo.dir), 'linked');
    symlinkSync(repo.dir, linked);
    const taken = await lockPlan({ root: linked, plan: 'plan', file: 'plan/tasks/four.md' });
    assert.ok(taken.ok);
    const began = performance.now();
    refused(
      await runCli(repo.dir, ...SET),
      `${TASK} was not written: process ${process.pid} on ${hostname()} is writing to this plan. Try again when it has finished, or end it.`,
    );
    assert.ok(performance.now() - began > 2_000, 'it did not wait');
    const waiting = runCli(repo.dir, ...SET);
    setTimeout(() => void taken.lock.release(), 500);
    assert.deepEqual([(await waiting).code, (await waiting).err], [0, '']);
  });

  it('because no lock can be made: something is in the way, in the git directory or in the cache folder', async () => {
    const locks = join(repo.dir, '.git/milepost');
    writeFileSync(locks, '');
    const sentence = (place: string): string =>
      `${TASK} could not be written, because Milepost could not create a lock at ${place}: another file is in its place; move it away`;
    refused(await runCli(repo.dir, ...SET), sentence(locks));
    rmSync(locks);
    mkdirSync(locks);
    const name = createHash('sha1').update('plan').digest('hex');
    writeFileSync(join(locks, `${name}.lock`), '');
    refused(await runCli(repo.dir, ...SET), sentence(join(locks, `${name}.lock`)));
    rmSync(join(repo.dir, '.git'), { recursive: true });
    rmSync(cache.home, { recursive: true });
    writeFileSync(cache.home, '');
    const { code, err } = await runCli(repo.dir, ...SET);
    rmSync(cache.home);
    mkdirSync(cache.home);
    assert.equal(code, 2);
    const start = sentence(cache.home).split(':')[0] ?? '';
    assert.ok(
      err.startsWith(`milepost: ${start}`) && err.endsWith(': another file is in its place; move it away\n'),
      err,
    );
  });

  it('never because of a lock beside it, as older versions made them: check names it, and what was killed', async () => {
    const draft = 'plan/tasks/.milepost-0123456789ab.tmp';
    const left = ['plan/tasks/.three.md.lock', 'plan/tasks/.three.md.0123456789ab.tmp', draft];
    left.forEach(path => repo.write(path, `${process.pid} ${hostname()}\n`));
    assert.ok(!(await runCli(repo.dir, 'check')).out.includes('leftover'), 'it may be in use');
    left.forEach(path => utimesSync(join(repo.dir, path), 1, 1));
    const check = await runCli(repo.dir, 'check', '--strict');
    const sentence = 'An interrupted or older Milepost left this file behind. Delete it.';
    const lines = check.out.split('\n').filter(line => line.includes('leftover'));
    assert.deepEqual(lines, left.map(path => `${path}:1:1 info leftover ${sentence}`).sort());
    assert.equal(check.code, 0, check.out);
    const run = await runCli(repo.dir, ...SET);
    assert.deepEqual([run.code, run.err], [0, '']);
    assert.deepEqual(
      Object.keys(contents(repo.dir))
        .filter(path => path.includes('/.'))
        .sort(),
      left.slice(0, 2).sort(),
    );
  });

  it('through a link out of the workspace', async () => {
    const outside = join(dirname(repo.dir), 'outside.md');
    writeFileSync(outside, OLD.replace('APP-3', 'APP-9'));
    symlinkSync(outside, join(repo.dir, 'plan/tasks/nine.md'));
    const run = await runCli(repo.dir, 'set', 'APP-9', 'status=Done');
    assert.deepEqual(
      [run.code, run.err],
      [2, 'milepost: No plan has an item APP-9, but 1 file could not be read; milepost check tells why.\n'],
    );
    assert.equal(readFileSync(outside, 'utf8'), OLD.replace('APP-3', 'APP-9'));
  });
});

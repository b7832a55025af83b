import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { BrokenRuns, callsOf, contents } from '../support/faults/brokenRuns';
import { AS_OTHER, giveToOther } from '../support/faults/asOther';
import { PLAN } from '../support/faults/openPlan';
import { GitRepo } from '../support/gitRepo';
import { CLI, runCli, runProgram, type CliRun } from '../support/runCli';

const TASK = 'plan/tasks/three.md';
const OLD = PLAN[TASK] ?? '';
const NEW = OLD.replace('To do', 'Done');
const SET = ['set', 'APP-3', 'status=Done'];

const TOLD =
  /^milepost: [^\n]+(?:: the disk reports an error|could not be read; milepost check tells why\.)\n$/;

describe('a plan file that cannot be written', () => {
  let repo: GitRepo;
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
      refused(await runCli(disk, ...SET), `${TASK} could not be written: the disk is full`, disk);
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
    refused(run, `${TASK} could not be written: files may not become that large here`);
  });

  it('because a call of the file system fails, whichever it is: one sentence and no half file', async () => {
    const calls = await callsOf(repo.dir, ...SET);
    const runs = new BrokenRuns();
    try {
      for (const [index, name] of calls.entries()) {
        repo.write(TASK, OLD);
        checkFailed(name, index + 1, await runs.run(repo.dir, `fail ${index + 1} EIO`, ...SET));
      }
    } finally {
      await runs.stop();
    }
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
    assert.match(
      err,
      code === 0 ? /^(milepost: .* could not be read, so a plan may be missing here: .*\n)?$/ : TOLD,
      told,
    );
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

  it('because another milepost is writing it', async () => {
    const lock = join(repo.dir, dirname(TASK), '.three.md.lock');
    writeFileSync(lock, `${process.pid} ${hostname()}\n`);
    const run = await runCli(repo.dir, ...SET);
    assert.deepEqual(
      [run.code, run.err],
      [2, `milepost: ${TASK} could not be written: another program is using it\n`],
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

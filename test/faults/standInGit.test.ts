import assert from 'node:assert/strict';
import { chmodSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openPlan, PLAN } from '../support/faults/openPlan';
import { seen } from '../support/faults/seen';
import { StandInGit } from '../support/faults/standInGit';
import { GitRepo } from '../support/gitRepo';
import { CLI, runCliIn, runProgram, type CliRun } from '../support/runCli';

/**
 * Patience with a git, in milliseconds. With one that hangs it is short at first, and longer where that was too
 * short for the commands before; the others end by themselves.
 */
const SOON = 400;
const PATIENT = 60_000;

const MEGABYTE = 1024 * 1024;
const FLOOD = 200 * MEGABYTE;

interface Fault {
  readonly name: string;
  readonly command: string;
  /** What the stand-in does instead. */
  readonly deed: string;
  /** Why there are no commits, as the user reads it. */
  readonly sentence: string;
  readonly hangs?: boolean;
}

const FAULTS: readonly Fault[] = [
  ...['rev-parse', 'for-each-ref', 'log'].flatMap((command): Fault[] => [
    {
      name: `hangs in ${command}`,
      command,
      deed: 'exec sleep 600',
      sentence: `git ${command} took too long and was stopped.`,
      hangs: true,
    },
    {
      name: `is killed in ${command}`,
      command,
      deed: 'kill -9 $$',
      sentence: `git ${command} failed: ended by a signal`,
    },
    {
      name: `answers ${command} with garbage`,
      command,
      deed: "printf 'what\\0is\\nthis\\n'",
      sentence: `git ${command} failed: unexpected output`,
    },
    {
      name: `complains in ${command} without end`,
      command,
      deed: 'exec yes "warning: on and on" >&2',
      sentence:
        command === 'rev-parse'
          ? 'git rev-parse failed: too much output'
          : `git ${command} took too long and was stopped.`,
      hangs: true,
    },
  ]),
  {
    name: 'dies half-way through the log',
    command: 'log',
    deed: 'real "$@" | head -c 300; kill -9 $$',
    sentence: 'git log failed: ended by a signal',
  },
  {
    name: 'ends the log half-way and says that all is well',
    command: 'log',
    deed: 'real "$@" | head -c 300',
    sentence: 'git log failed: incomplete output',
  },
  {
    name: 'does not trust the folder',
    command: 'rev-parse',
    deed: `echo "fatal: detected dubious ownership in repository at '/x'" >&2; exit 128`,
    sentence:
      'Git does not trust the owner of this folder. Run: git config --global --add safe.directory <folder>',
  },
];

describe('a git that misbehaves: the plan is there, and why there are no commits', () => {
  let repo: GitRepo;
  beforeEach(() => {
    repo = GitRepo.create();
    repo.commit({ message: 'Plan', files: PLAN });
    repo.commit({ message: 'APP-1 Build', files: { 'src/a.ts': '1' } });
  });
  afterEach(() => repo.dispose());

  const standIn = (command: string, deed: string): StandInGit =>
    StandInGit.create(join(dirname(repo.dir), 'bin'), command, deed);

  const milepost = (git: StandInGit, ...args: string[]): Promise<CliRun> =>
    runCliIn(repo.dir, git.env, ...args);

  async function seenWith(binary: string, timeoutMs = PATIENT): Promise<readonly string[]> {
    const { store } = await openPlan(repo.dir, { binary, timeoutMs });
    try {
      assert.equal(store.snapshot.phase, 'ready');
      return await seen(store);
    } finally {
      store.dispose();
    }
  }

  function assertSeen(lines: readonly string[], ...wanted: readonly string[]): void {
    for (const start of ['Milestones: APP-3 Third', ...wanted]) {
      assert.ok(
        lines.some(line => line.startsWith(start)),
        `not seen: ${start}\n${lines.join('\n')}`,
      );
    }
  }

  for (const { name, command, deed, sentence, hangs } of FAULTS) {
    it(name, async () => {
      const { binary } = standIn(command, deed);
      let patience = hangs ? SOON : PATIENT;
      let lines = await seenWith(binary, patience);
      while (patience < PATIENT && !lines.some(line => line.startsWith(`Milestones: ${sentence}`))) {
        patience *= 4;
        lines = await seenWith(binary, patience);
      }
      assertSeen(lines, `Milestones: ${sentence}`, `Panel: ${sentence}`, 'Current work: Git failed.');
      assert.ok(!lines.some(line => /\n|\bat .*:\d+:\d+/.test(line)), lines.join('\n'));
    });
  }

  it('is not there', async () => {
    const lines = await seenWith(join(repo.dir, 'no-git'));
    const sentence = 'Git was not found. Install it, or set its path in the setting git.path.';
    assertSeen(
      lines,
      `Milestones: ${sentence}`,
      `Panel: ${sentence}`,
      'Current work: Git was not found. Install it, then refresh.',
    );
  });

  it('is not executable', async () => {
    const { binary } = standIn('log', 'real "$@"');
    chmodSync(binary, 0o644);
    const sentence = `${binary} could not be started: permission denied. Check the setting git.path.`;
    assertSeen(await seenWith(binary), `Milestones: ${sentence}`, 'Current work: Git failed.');
  });

  it('is slow to start: it is waited for', async () => {
    const { binary } = standIn('log', 'sleep 0.5; real "$@"');
    assertSeen(
      await seenWith(binary),
      'Milestones: APP-1 First | looks finished',
      'Current work: main | default branch',
    );
  });

  it('fails once and answers again: what was known stays, and the reason goes', async () => {
    const git = standIn(
      'for-each-ref',
      `if [ -e '${repo.dir}/broken' ]; then echo "fatal: no" >&2; exit 128; fi; real "$@"`,
    );
    const { store } = await openPlan(repo.dir, { binary: git.binary });
    const known = await seen(store);
    repo.commit({ message: 'APP-3 Work', files: { b: '1', broken: '' } });
    store.refsChanged(repo.dir);
    await store.whenIdle();
    assertSeen(
      await seen(store),
      'Milestones: git for-each-ref failed: fatal: no',
      'Milestones: APP-1 First | looks finished',
    );
    repo.commit({ message: 'Mend', files: { broken: null } });
    store.refsChanged(repo.dir);
    await store.whenIdle();
    const after = await seen(store);
    assertSeen(after, 'Milestones: APP-3 Work', 'Current work: main | default branch');
    assert.ok(!after.some(line => line.includes('failed')), after.join('\n'));
    assert.ok(known.length < after.length);
    store.dispose();
  });

  let healthy: number | undefined;
  for (const command of ['rev-parse', 'for-each-ref', 'log', 'cat-file']) {
    it(`prints 200 MB in ${command}: little of it is kept`, async () => {
      healthy ??= await peakMemory(standIn(command, 'real "$@"'));
      for (const flood of ['yes', 'tr "\\0" x < /dev/zero']) {
        const peak = await peakMemory(standIn(command, `${flood} | head -c ${FLOOD}`));
        assert.ok(peak - healthy < FLOOD * 0.75, `${flood}: ${(peak - healthy) / MEGABYTE} MB more`);
      }
    });
  }

  /** The most memory that a run of the command line takes, in bytes. */
  async function peakMemory(git: StandInGit): Promise<number> {
    const report = join(dirname(repo.dir), 'peak');
    const hook = `data:text/javascript,${encodeURIComponent(
      `import fs from 'node:fs'; process.on('exit', () => fs.writeFileSync(${JSON.stringify(report)}, String(process.resourceUsage().maxRSS)));`,
    )}`;
    const args = ['--import', hook, CLI, 'review', 'HEAD~1..HEAD'];
    await runProgram(process.execPath, args, { cwd: repo.dir, env: git.env });
    return Number(readFileSync(report, 'utf8')) * 1024;
  }

  describe('on the command line', () => {
    const broken = (): StandInGit => standIn('log', 'echo "fatal: the disk is on fire" >&2; exit 128');
    const sentence = 'milepost: git log failed: fatal: the disk is on fire\n';

    it('status shows the plan and says on standard error what is missing', async () => {
      for (const args of [['status'], ['status', '--json']]) {
        const { code, out, err } = await milepost(broken(), ...args);
        assert.deepEqual([code, err], [0, sentence], args.join(' '));
        assert.match(out, /Third/);
      }
    });

    it('links and review cannot run', async () => {
      for (const args of [['links'], ['review']]) {
        const { code, out, err } = await milepost(broken(), ...args);
        assert.deepEqual([code, out, err], [2, '', sentence], args.join(' '));
      }
    });

    it('check and set do not need it', async () => {
      const checked = await milepost(broken(), 'check');
      assert.deepEqual([checked.code, checked.err], [0, '']);
      const set = await milepost(broken(), 'set', 'APP-3', 'status=Done');
      assert.deepEqual([set.code, set.err], [0, '']);
      assert.match(readFileSync(join(repo.dir, 'plan/tasks/three.md'), 'utf8'), /^status: Done$/m);
    });
  });
});

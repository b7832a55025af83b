import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { circumstancesOf } from '../../src/app/cache/circumstances';
import { Failure } from '../../src/cli/failure';
import { workspacePlans } from '../../src/cli/workspaceSettings';
import { isGitFailure } from '../../src/git/gitFailure';
import { openGit } from '../../src/git/gitReader';
import { readHead } from '../../src/git/readHead';
import { DEFAULT_OPTIONS } from '../../src/shared/milestoneOptions';
import { milestoneRows } from '../../src/present/rows/milestoneRows';
import { say } from '../../src/words/say';
import { openPlan, PLAN } from '../support/faults/openPlan';
import { GitRepo } from '../support/gitRepo';
import { rowLines } from '../support/rowText';

const MEGABYTE = 1024 * 1024;
const SECRET = 'hunter2';
const HASH = 'a'.repeat(40);
const HAS_PIPES = process.platform !== 'win32';

function skipPipes(this: Mocha.Context): void {
  console.log('      skipped: folders hold no pipes on Windows');
  this.skip();
}

describe('configuration of a hostile workspace', () => {
  let repo: GitRepo;
  let outside: string;
  beforeEach(() => {
    repo = GitRepo.create();
    Object.entries(PLAN).forEach(([path, text]) => repo.write(path, text));
    outside = join(dirname(repo.dir), 'outside');
    mkdirSync(outside);
  });
  afterEach(() => repo.dispose());

  /** What may stand in the place of a file, whose content would be `text`, and why it is not read. */
  const INSTEAD: Readonly<Record<string, { make(path: string, text: string): void; reason: string }>> = {
    'a pipe': { make: path => execFileSync('mkfifo', [path]), reason: 'not-a-file' },
    'a link out of it': {
      make: (path, text) => {
        writeFileSync(join(outside, 'file'), text);
        symlinkSync(join(outside, 'file'), path);
      },
      reason: 'links-outside',
    },
    'a file of 1 GB': {
      make: (path, text) => {
        writeFileSync(path, text);
        truncateSync(path, 1024 * MEGABYTE);
      },
      reason: 'oversized',
    },
    'a folder': { make: path => mkdirSync(path), reason: 'EISDIR' },
  };

  for (const [what, { make, reason }] of Object.entries(INSTEAD)) {
    if (what === 'a pipe' && !HAS_PIPES) {
      it('is not read from a pipe', skipPipes);
      continue;
    }

    it(`is not read from ${what}: the settings, and it is said`, async () => {
      mkdirSync(join(repo.dir, '.vscode'));
      make(join(repo.dir, '.vscode/settings.json'), `{"milepost.plans": [{"folder": "${SECRET}"}]}`);
      const settings = await workspacePlans(repo.dir);
      assert.deepEqual(settings, { plans: [], unread: { path: '.vscode/settings.json', detail: reason } });
      const { store } = await openPlan(repo.dir);
      await store.open({ roots: [{ id: repo.dir, name: 'repo', path: repo.dir, ...settings }] });
      const problem = { code: 'plan-unreadable' as const, args: ['.vscode/settings.json', reason] as const };
      assert.deepEqual(
        [store.snapshot.roots[0]?.problems, store.snapshot.plans.length],
        [[{ ...problem, args: [...problem.args] }], 1],
      );
      store.dispose();
    });

    it(`is not read from ${what}: the branch that is rebased`, async () => {
      const gitDir = join(repo.dir, '.git');
      const headOf = () => readHead({ binary: 'none', cwd: repo.dir, timeoutMs: 1 }, { gitDir }, []);
      repo.write('.git/HEAD', `${HASH}\n`);
      mkdirSync(join(gitDir, 'rebase-merge'));
      make(join(gitDir, 'rebase-merge/head-name'), `refs/heads/${SECRET}\n`);
      if (reason === 'EISDIR') {
        assert.deepEqual(await headOf(), { kind: 'detached', hash: HASH });
        return;
      }
      const failure: unknown = await headOf().catch((error: unknown) => error);
      assert.ok(isGitFailure(failure), String(failure));
      const why = reason === 'links-outside' ? 'links-out-of-git' : reason;
      const path = join(gitDir, 'rebase-merge/head-name');
      assert.deepEqual(failure.reason, { code: 'git-dir-unreadable', args: [path, why] });
      assert.doesNotMatch(failure.message + say(failure.reason), new RegExp(SECRET));
    });

    it(`is not read from ${what}: what decides what git says of a commit, and then nothing is cached`, async () => {
      const gitDir = join(repo.dir, '.git');
      const location = { top: repo.dir, gitDir, commonDir: gitDir };
      assert.notEqual(await circumstancesOf(location), undefined);
      for (const path of ['.mailmap', '.git/packed-refs', '.git/info/grafts', '.git/config.worktree']) {
        make(join(repo.dir, path), SECRET);
        assert.equal(await circumstancesOf(location), undefined, path);
        rmSync(join(repo.dir, path), { recursive: true });
      }
    });

    it(`is not read from ${what}: a format's own, and it is said`, async () => {
      // A folder by that name is somebody else's.
      const told = reason === 'EISDIR' ? [] : [reason === 'oversized' ? 'too-large' : reason];
      make(join(repo.dir, 'backlog.config.yml'), `backlog_directory: "${SECRET}"\n`);
      const { store } = await openPlan(repo.dir);
      assert.deepEqual(
        store.snapshot.roots[0]?.problems,
        told.map(detail => ({ code: 'plan-unreadable', args: ['backlog.config.yml', detail] })),
      );
      repo.write('backlog/tasks/task-1 - One.md', '---\nid: task-1\ntitle: One\n---\n');
      await store.refresh();
      const backlog = store.snapshot.plans.find(({ plan }) => plan.format === 'backlog');
      assert.deepEqual(
        backlog?.plan.problems.map(({ file, message }) => [file, message]),
        told.map(detail => ['backlog.config.yml', { code: 'unreadable', args: [detail] }]),
      );
      assert.deepEqual(store.snapshot.roots[0]?.problems, []);
      store.dispose();
    });
  }

  it('is not read through a folder that leads out: the settings', async () => {
    writeFileSync(join(outside, 'settings.json'), `{"milepost.plans": ["${SECRET}"]}`);
    symlinkSync(outside, join(repo.dir, '.vscode'));
    const unread = { path: '.vscode/settings.json', detail: 'links-outside' };
    assert.deepEqual(await workspacePlans(repo.dir), { plans: [], unread });
  });

  it('that git would wait for is not opened by git', async function () {
    if (!HAS_PIPES) return skipPipes.call(this);
    const began = performance.now();
    const tree = join(outside, 'tree');
    repo.git('commit', '--allow-empty', '-qm', 'Begin');
    repo.git('worktree', 'add', '-q', tree);
    const own = join(repo.dir, '.git/worktrees/tree');
    for (const [path, cwd] of [
      [join(repo.dir, '.git/HEAD'), repo.dir],
      [join(repo.dir, '.git/packed-refs'), join(repo.dir, 'plan/tasks')],
      [join(repo.dir, '.git/shallow'), repo.dir],
      [join(repo.dir, '.git/config'), tree],
      [join(own, 'HEAD'), tree],
      [join(tree, '.git'), tree],
    ] as const) {
      const text = existsSync(path) ? readFileSync(path) : undefined;
      rmSync(path, { force: true });
      execFileSync('mkfifo', [path]);
      const answer = await openGit({ binary: 'git', cwd }).locate();
      assert.ok(isGitFailure(answer), path);
      assert.deepEqual(answer.reason, { code: 'git-dir-unreadable', args: [path, 'not-a-file'] });
      rmSync(path);
      if (text) writeFileSync(path, text);
      assert.ok(
        !isGitFailure(await openGit({ binary: 'git', cwd }).locate()) || path === join(tree, '.git'),
        path,
      );
    }
    assert.ok(performance.now() - began < 30_000);
  });

  it('is not quoted when it is no JSON', async () => {
    for (const text of [
      `{"token": ${SECRET}}`,
      `${SECRET}`,
      `{"token": "${SECRET}"`,
      `{"a": "${SECRET}" "b": 1}`,
    ]) {
      repo.write('.vscode/settings.json', text);
      const failure: unknown = await workspacePlans(repo.dir).catch((error: unknown) => error);
      assert.ok(failure instanceof Failure, text);
      const said = say(failure.text);
      assert.match(said, /settings\.json is not valid JSON/);
      assert.doesNotMatch(`${said} ${failure.message} ${String(failure.cause)}`, /hunter/, text);
    }
  });

  it('with a name that no folder can have is told: a format', async () => {
    for (const folder of ['a'.repeat(5_000), 'a/'.repeat(10_000)]) {
      repo.write('backlog.config.yml', `backlog_directory: ${folder}\n`);
      const { store } = await openPlan(repo.dir);
      const expected = { code: 'plan-unreadable', args: ['backlog.config.yml', 'names-no-folder'] };
      assert.deepEqual(store.snapshot.roots[0]?.problems, [expected], folder.slice(0, 20));
      store.dispose();
    }
  });

  it('is told where a plan has a pipe in the place of a file', async function () {
    if (!HAS_PIPES) return skipPipes.call(this);
    execFileSync('mkfifo', [join(repo.dir, 'plan/tasks/pipe.md'), join(repo.dir, 'plan/pipe.txt')]);
    const { store } = await openPlan(repo.dir);
    const lines = rowLines(milestoneRows(store.snapshot, DEFAULT_OPTIONS), 6).map(line => line.trim());
    const start = 'This file could not be read: it is not a regular file';
    assert.deepEqual(
      lines.filter(line => line.startsWith(start)),
      [`${start} | pipe.md:1`],
    );
    store.dispose();
  });

  it('is read in one place, which bounds it', () => {
    const src = resolve(import.meta.dirname, '../../src');
    const readers = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .map(file => file.replaceAll('\\', '/'))
      .filter(file => /\.ts$/.test(file))
      .filter(file => {
        const text = readFileSync(join(src, file), 'utf8');
        const imports = [...text.matchAll(/import \{([^}]*)\} from 'node:fs(?:\/promises)?'/g)];
        return imports.some(([, names = '']) =>
          /\b(?:open|openSync|readFile|readFileSync|createReadStream)\b/.test(names),
        );
      });
    // Writing reads again what it is about to replace, and its own locks.
    const others = readers.filter(file => !/^app\/(?:writing\/|writeFile|fileLock)/.test(file));
    assert.deepEqual(others, ['git/boundedFile.ts']);
  });
});

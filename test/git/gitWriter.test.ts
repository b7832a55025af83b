import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gitWriter, type GitWriter } from '../../src/git/gitWriter';
import { GitRepo } from '../support/gitRepo';

const TASK = 'plan/tasks/app-1.md';
const OTHER = 'src/code.ts';

/** Lines far enough apart that changes of two of them do not touch. */
const text = (title: string, end = 'the end') => `---\nid: APP-1\n---\n# ${title}\n\n\n\n\n\n\n${end}\n`;

describe('committing plan files', () => {
  let repo: GitRepo;
  let writer: GitWriter;

  beforeEach(() => {
    repo = GitRepo.create();
    repo.commit({ message: 'First', files: { [TASK]: text('One'), [OTHER]: 'let a = 1;\n' } });
    writer = gitWriter(
      { binary: 'git', cwd: repo.dir, timeoutMs: 60_000 },
      { top: repo.dir, gitDir: join(repo.dir, '.git'), commonDir: join(repo.dir, '.git') },
    );
  });
  afterEach(() => repo.dispose());

  const committed = async (paths: readonly string[] = [TASK]) => {
    const done = await writer.commit(paths, 'Change the plan');
    assert.ok(done.kind === 'committed', JSON.stringify(done));
    return done.hash;
  };

  it('takes the named files as they are on disk, and leaves what else is staged', async () => {
    repo.write(TASK, text('Two')).write(OTHER, 'let a = 2;\n');
    repo.git('add', OTHER);
    repo.write(OTHER, 'let a = 3;\n');
    const hash = await committed();
    assert.equal(repo.git('show', '--name-only', '--format=%s', hash), `Change the plan\n\n${TASK}`);
    assert.equal(repo.git('show', `:${OTHER}`), 'let a = 2;', 'staged as before');
    assert.equal(readFileSync(join(repo.dir, OTHER), 'utf8'), 'let a = 3;\n');
    assert.equal(repo.git('status', '--porcelain'), `MM ${OTHER}`);
  });

  it('takes new and deleted files, whatever their names', async () => {
    const odd = 'plan/tasks/:(glob)* ü.md';
    repo.write(odd, text('New')).write('plan/tasks/not-asked.md', 'x');
    rmSync(join(repo.dir, TASK));
    const { files } = await writer.changes([odd, TASK]);
    assert.deepEqual(
      files.map(({ path, state }) => [path, state]),
      [
        [TASK, 'deleted'],
        [odd, 'new'],
      ],
    );
    await committed([odd, TASK]);
    assert.equal(
      repo.git('-c', 'core.quotePath=false', 'status', '--porcelain'),
      '?? plan/tasks/not-asked.md',
    );
  });

  it('tells of files that are staged in part', async () => {
    repo.write(TASK, text('Two'));
    repo.git('add', TASK);
    assert.equal((await writer.changes([TASK])).files[0]?.partlyStaged, false);
    repo.write(TASK, text('Three'));
    assert.equal((await writer.changes([TASK])).files[0]?.partlyStaged, true);
  });

  it('lets a hook refuse, shows what it said, and leaves the index as it was', async () => {
    const hook = join(repo.dir, '.git/hooks/pre-commit');
    mkdirSync(join(repo.dir, '.git/hooks'), { recursive: true });
    writeFileSync(hook, '#!/bin/sh\necho "no plans on Mondays" >&2\nexit 1\n');
    chmodSync(hook, 0o755);
    repo.write('plan/tasks/app-2.md', text('New'));
    const before = repo.git('status', '--porcelain');
    const done = await writer.commit(['plan/tasks/app-2.md'], 'Change the plan');
    assert.ok(done.kind === 'refused' && done.output.includes('no plans on Mondays'), JSON.stringify(done));
    assert.equal(repo.git('status', '--porcelain'), before);
    assert.equal(repo.git('rev-list', '--count', 'HEAD'), '1');
  });

  it('shows what a hook says of a commit that is made', async () => {
    const hook = join(repo.dir, '.git/hooks/pre-commit');
    mkdirSync(join(repo.dir, '.git/hooks'), { recursive: true });
    writeFileSync(hook, '#!/bin/sh\necho "plans are fine"\n');
    chmodSync(hook, 0o755);
    repo.write(TASK, text('Two'));
    const done = await writer.commit([TASK], 'Change the plan');
    assert.ok(done.kind === 'committed' && done.output === 'plans are fine', JSON.stringify(done));
  });

  it('forgets a new file again when a hook takes too long', async () => {
    const hook = join(repo.dir, '.git/hooks/pre-commit');
    mkdirSync(join(repo.dir, '.git/hooks'), { recursive: true });
    writeFileSync(hook, '#!/bin/sh\nexec sleep 60\n');
    chmodSync(hook, 0o755);
    repo.write('plan/tasks/app-2.md', text('New'));
    const ended = writer.commit(['plan/tasks/app-2.md'], 'Change the plan', AbortSignal.timeout(1_000));
    await assert.rejects(ended);
    assert.equal(repo.git('status', '--porcelain'), '?? plan/tasks/app-2.md');
  });

  it('refuses while a merge, a cherry-pick or a rebase is unfinished', async () => {
    repo.git('checkout', '-q', '-b', 'side');
    repo.commit({ message: 'Side', files: { [OTHER]: 'let a = 5;\n' } });
    repo.git('checkout', '-q', 'main');
    repo.commit({ message: 'Main', files: { [OTHER]: 'let a = 6;\n' } });
    for (const [args, what, abort] of [
      [['merge', 'side'], 'merge', ['merge', '--abort']],
      [['cherry-pick', 'side'], 'cherry-pick', ['cherry-pick', '--abort']],
      [['rebase', 'side'], 'rebase', ['rebase', '--abort']],
    ] as const) {
      assert.throws(() => repo.git(...args));
      repo.write(TASK, text('Two'));
      assert.deepEqual(await writer.commit([TASK], 'Change'), { kind: 'unfinished', what });
      const target = { branch: 'plan-2026-02-02', base: repo.git('rev-parse', 'main') };
      assert.deepEqual(await writer.commitOnBranch([TASK], 'Change', target), { kind: 'unfinished', what });
      repo.git('checkout', '-q', '--', TASK);
      repo.git(...abort);
    }
  });

  describe('on a new branch', () => {
    const onBranch = (base: string, paths: readonly string[] = [TASK]) =>
      writer.commitOnBranch(paths, 'Change the plan', { branch: 'plan-2026-02-02', base });
    const state = () => [
      repo.git('status', '--porcelain'),
      repo.git('rev-parse', 'HEAD'),
      repo.git('symbolic-ref', 'HEAD'),
      readFileSync(join(repo.dir, '.git/index')).toString('hex'),
    ];

    it('makes no commit of what the other branch says already', async () => {
      repo.git('checkout', '-q', '-b', 'feature');
      repo.commit({ message: 'Code', files: { [OTHER]: 'let a = 9;\n' } });
      repo.git('checkout', '-q', 'main');
      repo.commit({ message: 'Main', files: { [TASK]: text('Two') } });
      const base = repo.git('rev-parse', 'main');
      repo.git('checkout', '-q', 'feature');
      repo.write(TASK, text('Two'));
      assert.deepEqual(await onBranch(base), { kind: 'same' });
      assert.throws(() => repo.git('rev-parse', '--verify', '-q', 'plan-2026-02-02'));
    });

    it('merges into what the other branch holds, and touches neither checkout nor index', async () => {
      repo.git('checkout', '-q', '-b', 'feature');
      repo.commit({ message: 'Code', files: { [OTHER]: 'let a = 9;\n' } });
      repo.git('checkout', '-q', 'main');
      repo.commit({ message: 'Main', files: { [TASK]: text('One', 'another end') } });
      const base = repo.git('rev-parse', 'main');
      repo.git('checkout', '-q', 'feature');
      repo.write(TASK, text('Two')).write('plan/tasks/app-2.md', text('New'));
      repo.git('status');
      const before = state();
      const done = await onBranch(base, [TASK, 'plan/tasks/app-2.md']);
      assert.ok(done.kind === 'committed', JSON.stringify(done));
      assert.deepEqual(state(), before);
      assert.equal(`${repo.git('show', `plan-2026-02-02:${TASK}`)}\n`, text('Two', 'another end'));
      assert.equal(
        repo.git('show', `plan-2026-02-02:${OTHER}`),
        'let a = 1;',
        'code of the branch stays there',
      );
      assert.equal(repo.git('rev-parse', 'plan-2026-02-02^'), base);
    });

    it('refuses with the list of what was changed there, too, and makes no branch', async () => {
      repo.git('checkout', '-q', '-b', 'feature');
      repo.git('checkout', '-q', 'main');
      repo.commit({ message: 'Main', files: { [TASK]: text('There') } });
      const base = repo.git('rev-parse', 'main');
      repo.git('checkout', '-q', 'feature');
      repo.write(TASK, text('Here'));
      assert.deepEqual(await onBranch(base), { kind: 'conflict', paths: [TASK] });
      assert.equal(repo.git('branch', '--list', 'plan-*'), '');
    });

    it('takes no branch that is there by now', async () => {
      repo.git('branch', 'plan-2026-02-02');
      repo.write(TASK, text('Two'));
      const done = await onBranch(repo.git('rev-parse', 'HEAD'));
      assert.equal(done.kind, 'refused');
    });

    it('deletes what is deleted here and unchanged there', async () => {
      rmSync(join(repo.dir, TASK));
      const done = await onBranch(repo.git('rev-parse', 'HEAD'));
      assert.ok(done.kind === 'committed', JSON.stringify(done));
      assert.equal(repo.git('ls-tree', '--name-only', '-r', 'plan-2026-02-02'), OTHER);
    });
  });
});

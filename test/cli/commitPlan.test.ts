import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { GitRepo } from '../support/gitRepo';
import { runCli } from '../support/runCli';

describe('milepost commit-plan', () => {
  let repo: GitRepo;
  const milepost = (...args: string[]) => runCli(repo.dir, ...args);
  const task = 'plan/tasks/one.md';

  beforeEach(() => {
    repo = GitRepo.create();
    repo.commit({
      message: 'Plan',
      files: {
        'plan/project.md': '---\nkey: APP\n---\n',
        [task]: '---\nid: APP-1\ntitle: One\nstatus: To do\n---\n',
        'a.ts': '1',
      },
    });
  });
  afterEach(() => repo.dispose());

  it('commits what the plan says now, and only that', async () => {
    repo.write('a.ts', '2').write('plan/notes.txt', 'x');
    assert.equal((await milepost('set', 'APP-1', 'status=Done')).code, 0);
    const dry = await milepost('commit-plan', '--dry-run');
    assert.equal(dry.out, `changed: ${task}\nNothing was written (--dry-run).\n`);
    const { code, out, err } = await milepost('commit-plan', 'APP-1 is done');
    assert.equal(code, 0, err);
    assert.match(out, /^The plan changes are committed as [0-9a-f]{8}\.$/m);
    assert.equal(repo.git('show', '--name-only', '--format=%s'), `APP-1 is done\n\n${task}`);
    assert.equal(repo.git('status', '--porcelain').trim(), 'M a.ts\n?? plan/notes.txt');
    const again = await milepost('commit-plan');
    assert.deepEqual([again.code, again.out], [0, 'All plan changes are committed.\n']);
  });

  it('commits on a new branch off the default one, with a free name', async () => {
    repo.git('checkout', '-q', '-b', 'feature/x');
    await milepost('set', 'APP-1', 'status=Done');
    for (const branch of ['plan-2026-02-03', 'plan-2026-02-03-2']) {
      const { code, out } = await milepost('commit-plan', '--new-branch', '--today', '2026-02-03');
      assert.deepEqual([code, out.includes(`on the new branch ${branch}.`)], [0, true], out);
      assert.match(repo.git('show', `${branch}:${task}`), /status: Done/);
    }
    assert.equal(repo.git('rev-parse', 'HEAD'), repo.git('rev-parse', 'main'));
    assert.match(readFileSync(join(repo.dir, task), 'utf8'), /status: Done/);
  });

  it('says where there is nothing to commit in', async () => {
    rmSync(join(repo.dir, '.git'), { recursive: true });
    const { code, err } = await milepost('commit-plan');
    assert.deepEqual(
      [code, err],
      [2, 'milepost: This folder is not in a git repository, so the plan changes cannot be committed.\n'],
    );
  });

  it('says what has to be finished first', async () => {
    repo.git('checkout', '-q', '-b', 'side');
    repo.commit({ message: 'Side', files: { 'a.ts': '5' } });
    repo.git('checkout', '-q', 'main');
    repo.commit({ message: 'Main', files: { 'a.ts': '6' } });
    assert.throws(() => repo.git('merge', 'side'));
    await milepost('set', 'APP-1', 'status=Done');
    for (const args of [[], ['--dry-run']]) {
      const { code, err } = await milepost('commit-plan', ...args);
      assert.deepEqual(
        [code, err],
        [2, 'milepost: A merge is not finished. Finish or abort it, then commit the plan changes.\n'],
      );
    }
  });
});

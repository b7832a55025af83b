import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GitRepo } from '../support/gitRepo';
import { runCli } from '../support/runCli';

const TASK = '---\nid: APP-2\ntitle: Two\nstatus: To do\n---\n';
const BACKLOG = {
  'backlog/config.yml': 'task_prefix: back\n',
  'backlog/tasks/back-1 - A.md': '---\nid: BACK-1\ntitle: A\nstatus: To Do\nreferences: []\n---\n',
};

describe('milepost on links to rewritten commits', () => {
  let repo: GitRepo;
  let old: string;
  let moved: string;

  const milepost = (...args: string[]) => runCli(repo.dir, ...args);
  const read = (path: string): string => readFileSync(join(repo.dir, path), 'utf8');

  afterEach(() => repo.dispose());

  /** Links a commit of a branch, and then rebases the branch. */
  async function rewrite(
    files: Record<string, string>,
    id: string,
    link: () => Promise<void>,
  ): Promise<void> {
    repo = GitRepo.create();
    repo.commit({ message: 'Plan', files });
    old = repo.branch('work').commit({ message: 'Store it', files: { 'a.txt': 'a' } });
    await link();
    repo.git('commit', '-q', '-a', '-m', `Link ${id}`, '--author=Ana <ana@example.org>');
    repo.checkout('main').commit({ message: 'Meanwhile', files: { 'b.txt': 'b' } });
    repo.checkout('work').rebase('main');
    moved = repo.head('HEAD~1');
    assert.notEqual(moved, old);
  }

  describe('in a native plan', () => {
    const files = { 'plan/project.md': '---\nkey: APP\ntimezone: UTC\n---\n', 'plan/tasks/two.md': TASK };

    beforeEach(() =>
      rewrite(files, 'APP-2', async () => {
        assert.equal((await milepost('link', 'APP-2', 'HEAD')).code, 0);
      }),
    );

    it('lists them', async () => {
      const text = (await milepost('links')).out;
      assert.match(
        text,
        new RegExp(`^APP-2  ${old.slice(0, 12)}  now ${moved.slice(0, 12)}  Store it$`, 'm'),
      );
      const { lost } = JSON.parse((await milepost('links', '--json')).out);
      assert.deepEqual(lost, [
        {
          plan: 'plan',
          repo: repo.dir,
          task: 'APP-2',
          commit: old.slice(0, 12),
          unlink: false,
          date: '2026-01-05',
          subject: 'Store it',
          foundAs: moved,
          offBranch: false,
        },
      ]);
    });

    it('updates them, and then has nothing to update', async () => {
      const before = read('plan/tasks/two.md');
      const dry = await milepost('relink', '--dry-run');
      assert.equal(dry.code, 0, dry.err);
      assert.equal(read('plan/tasks/two.md'), before);
      const { code, out } = await milepost('relink', 'app-2');
      assert.equal(code, 0);
      assert.match(out, new RegExp(`^- .*${old.slice(0, 12)}.*\n\\+ .*${moved.slice(0, 12)}.*$`, 'm'));
      assert.equal(read('plan/tasks/two.md'), before.replace(old.slice(0, 12), moved.slice(0, 12)));
      assert.match((await milepost('relink')).out, /nothing was written/);
      assert.deepEqual(JSON.parse((await milepost('links', '--json')).out).lost, []);
      assert.equal((await milepost('relink', 'APP-9')).code, 2);
    });

    it('checks: a rewritten commit is a remark, a missing one a warning', async () => {
      const remark = await milepost('check', '--strict');
      assert.equal(remark.code, 0);
      assert.match(remark.out, /^plan\/tasks\/two\.md:2:1 info link-moved The linked commit /m);
      repo
        .checkout('main')
        .write('plan/tasks/two.md', TASK.replace('---\n', '---\ncommits: [feedfacefeed]\n'));
      const missing = await milepost('check');
      assert.equal(missing.code, 0);
      assert.match(
        missing.out,
        /^plan\/tasks\/two\.md:3:1 warning link-lost The linked commit feedface is not/m,
      );
      assert.equal((await milepost('check', '--strict')).code, 1);
    });

    it('tells which branches were merged, squashed ones too', async () => {
      repo.checkout('main').branch('feature/APP-2');
      repo.commit({ message: 'One', files: { 'c.txt': 'c' } });
      repo.commit({ message: 'Two', files: { 'c.txt': 'cc' } });
      const squash = repo.checkout('main').squash('feature/APP-2', 'All of it (#3)');
      repo.branch('app-2-more').commit({ message: 'More', files: { 'd.txt': 'd' } });
      const { branches } = JSON.parse((await milepost('branches', '--json')).out);
      assert.deepEqual(branches, [
        {
          plan: 'plan',
          repo: repo.dir,
          branch: 'app-2-more',
          tasks: ['APP-2'],
          merged: false,
          as: [],
          open: 1,
        },
        {
          plan: 'plan',
          repo: repo.dir,
          branch: 'feature/APP-2',
          tasks: ['APP-2'],
          merged: true,
          as: [squash],
          open: 2,
        },
      ]);
      const text = (await milepost('branches')).out;
      assert.match(text, new RegExp(`^feature/APP-2 +APP-2 +merged as ${squash.slice(0, 12)}$`, 'm'));
    });
  });

  it('updates the references of Backlog.md', async () => {
    await rewrite(BACKLOG, 'BACK-1', async () => {
      assert.equal((await milepost('link', 'BACK-1', 'HEAD')).code, 0);
    });
    const before = read('backlog/tasks/back-1 - A.md');
    assert.equal((await milepost('relink')).code, 0);
    assert.equal(
      read('backlog/tasks/back-1 - A.md'),
      before.replace(`'commit:${old.slice(0, 12)} `, `'commit:${moved.slice(0, 12)} `),
    );
  });

  it('updates the links that an overlay holds', async () => {
    const project = 'plan/project.md';
    const text = (hash: string) =>
      `---\nfor: backlog\ntasks:\n  BACK-1:\n    estimate: 3d # by Ana\n    commits:\n      - '${hash} 2026-01-05 Store it' # mine\n---\n`;
    await rewrite({ ...BACKLOG, [project]: text('feedfacefeed') }, 'BACK-1', async () => {
      repo.write(project, text(old.slice(0, 12)));
    });
    const run = await milepost('relink');
    assert.equal(run.code, 0, run.err);
    assert.equal(read(project), text(moved.slice(0, 12)));
    assert.match((await milepost('relink')).out, /nothing was written/);
  });
});

import assert from 'node:assert/strict';
import { GitRepo } from '../../support/gitRepo';
import { manyBranches } from '../../support/manyBranches';
import { StoreOnRepo } from '../../support/storeOnRepo';

const task = (id: string, title: string, ...lines: readonly string[]): string =>
  ['---', `id: ${id}`, `title: ${title}`, ...lines, '---', ''].join('\n');

const PLAN = {
  'plan/project.md': '---\nkey: APP\n---\n',
  'plan/milestones/beta.md':
    '---\nid: beta\n---\n## Tasks\n\n- [ ] APP-10 Ten\n- [ ] A\n- [ ] B\n- [ ] C\n- [ ] D\n- [ ] APP-11 Eleven due:2026-12-01\n- [ ] [APP-1](../tasks/one.md)\n',
  'plan/tasks/one.md': task('APP-1', 'One', 'status: To do'),
  'plan/tasks/two.md': task('APP-2', 'Two', 'status: To do', 'due: 2026-12-01'),
};

describe('other branches', () => {
  let repo: GitRepo;

  beforeEach(() => {
    repo = GitRepo.create();
    repo.commit({ message: 'Plan', files: PLAN });
  });
  afterEach(() => repo.dispose());

  const elsewhere = async (opened?: StoreOnRepo) => {
    const on = opened ?? (await StoreOnRepo.open(repo));
    const { plans } = await on.store.whenIdle();
    const facts = plans[0];
    assert.ok(facts?.elsewhere);
    return { ...facts.elsewhere, tasks: Object.fromEntries(facts.elsewhere.tasks), findings: facts.findings };
  };

  it('say what they have changed, by one process more, and nothing where they are merely behind', async () => {
    repo.branch('behind');
    repo.checkout('main');
    repo.branch('feature/x');
    repo.commit({
      message: 'Start',
      files: {
        'plan/tasks/one.md': task('APP-1', 'One', 'status: In progress'),
        'plan/tasks/two.md': task('APP-2', 'Two', 'status: To do', 'start: 2026-11-20'),
        'plan/milestones/beta.md': PLAN['plan/milestones/beta.md'].replace('[ ] APP-10', '[x] APP-10'),
        'plan/tasks/three.md': task('APP-3', 'Three'),
      },
    });
    repo.checkout('main');
    repo.commit({
      message: 'On main',
      files: {
        'plan/milestones/beta.md': PLAN['plan/milestones/beta.md'].replace('[ ] APP-11', '[/] APP-11'),
      },
    });
    const opened = await StoreOnRepo.open(repo);
    const { tasks, only } = await elsewhere(opened);
    assert.deepEqual(tasks, {
      'APP-1': [{ branch: 'feature/x', status: 'In progress' }],
      'APP-2': [{ branch: 'feature/x', start: '2026-11-20', due: null }],
      'APP-10': [{ branch: 'feature/x', status: 'Done' }],
    });
    assert.deepEqual(only, [{ id: 'APP-3', title: 'Three', status: 'To do', branch: 'feature/x' }]);
    // What has become the same here is told no more.
    repo.write('plan/tasks/one.md', task('APP-1', 'One', 'status: In progress'));
    await opened.follow();
    assert.deepEqual(Object.keys((await elsewhere(opened)).tasks).sort(), ['APP-10', 'APP-2']);
  });

  it('say nothing of what a merge has brought them', async () => {
    repo.branch('feature/x');
    repo.commit({
      message: 'Ten',
      files: {
        'plan/milestones/beta.md': PLAN['plan/milestones/beta.md'].replace('[ ] APP-10', '[x] APP-10'),
      },
    });
    const eleven = (mark: string): string =>
      PLAN['plan/milestones/beta.md'].replace('[ ] APP-11', `[${mark}] APP-11`);
    repo.checkout('main');
    repo.commit({ message: 'Eleven', files: { 'plan/milestones/beta.md': eleven('/') } });
    repo.checkout('feature/x');
    repo.git('merge', '-q', '--no-edit', 'main');
    repo.checkout('main');
    repo.commit({ message: 'Eleven is done', files: { 'plan/milestones/beta.md': eleven('x') } });
    const { tasks } = await elsewhere();
    assert.deepEqual(tasks, { 'APP-10': [{ branch: 'feature/x', status: 'Done' }] });
  });

  it('say what they have deleted, also in the plan of a worktree', async () => {
    repo.branch('feature/x');
    repo.commit({ message: 'Away', files: { 'plan/tasks/two.md': null } });
    repo.checkout('main');
    const { tasks } = await elsewhere();
    assert.deepEqual(tasks, { 'APP-2': [{ branch: 'feature/x', deleted: true }] });
  });

  it('cost one process more at first, and none while they stay as they are', async () => {
    repo.dispose();
    repo = GitRepo.create();
    manyBranches(repo, 0);
    const before = await StoreOnRepo.open(repo);
    repo.dispose();
    repo = GitRepo.create();
    manyBranches(repo, 500);
    repo.worktree('tree', 'feature/0');
    const opened = await StoreOnRepo.open(repo);
    const count = (processes: readonly string[]): Record<string, number> =>
      Object.fromEntries(
        [...new Set(processes)].map(name => [name, processes.filter(one => one === name).length]),
      );
    const plain = count(before.processes);
    assert.deepEqual(count(opened.processes), { ...plain, 'cat-file': (plain['cat-file'] ?? 0) + 1 });
    assert.equal((await elsewhere(opened)).tasks['APP-2']?.length, 500);
    opened.processes.splice(0);
    await opened.follow();
    assert.deepEqual(opened.processes, ['for-each-ref']);
    repo.git('checkout', '-q', 'feature/499');
    repo.commit({ message: 'More', files: { 'plan/tasks/one.md': task('APP-1', 'One', 'status: Done') } });
    repo.checkout('main');
    opened.processes.splice(0);
    await opened.follow();
    assert.equal(opened.processes.filter(name => name === 'cat-file').length, 1);
    assert.deepEqual((await elsewhere(opened)).tasks['APP-1'], [{ branch: 'feature/499', status: 'Done' }]);
  });

  it('that give an id to another task are told before the merge, with the remedy', async () => {
    repo.branch('feature/x');
    repo.commit({ message: 'Three', files: { 'plan/tasks/three.md': task('APP-3', 'Pay by card') } });
    repo.checkout('main');
    repo.branch('feature/y');
    repo.commit({ message: 'Mine', files: { 'plan/tasks/mine.md': task('APP-3', 'Sweep the floor') } });
    const { findings, tasks } = await elsewhere();
    assert.deepEqual(
      findings.map(({ id, subject, reasons }) => [id, subject.id, reasons[0]?.args]),
      [['id-on-two-branches', 'APP-3', ['feature/x', 'Pay by card']]],
    );
    assert.deepEqual(tasks, {});
  });

  it('that were merged by a cherry-pick of the same task are no other tasks', async () => {
    const files = { 'plan/tasks/three.md': task('APP-3', 'Pay by card') };
    repo.branch('feature/x');
    repo.commit({ message: 'Three', files });
    repo.checkout('main');
    repo.commit({ message: 'Three, picked', files });
    const { findings, tasks, only } = await elsewhere();
    assert.deepEqual([findings, tasks, only], [[], {}, []]);
  });

  it('are read in Backlog.md plans, too, where finished tasks move to another folder', async () => {
    const other = GitRepo.create();
    try {
      const file = (status: string): string => `---\nid: TASK-1\ntitle: One\nstatus: ${status}\n---\n`;
      other.commit({
        message: 'Plan',
        files: {
          'backlog/config.yml': 'project_name: Harbor\nstatuses: ["To Do", "In Progress", "Done"]\n',
          'backlog/tasks/task-1 - One.md': file('To Do'),
        },
      });
      other.branch('feature/x');
      other.commit({
        message: 'Done',
        files: { 'backlog/tasks/task-1 - One.md': null, 'backlog/completed/task-1 - One.md': file('Done') },
      });
      other.checkout('main');
      const { tasks } = await elsewhere(await StoreOnRepo.open(other));
      assert.deepEqual(Object.values(tasks), [[{ branch: 'feature/x', status: 'Done' }]]);
    } finally {
      other.dispose();
    }
  });
});

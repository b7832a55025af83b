import assert from 'node:assert/strict';
import { GitRepo } from '../support/gitRepo';
import { contents } from '../support/faults/brokenRuns';
import { runCli } from '../support/runCli';

const FILES = {
  'plan/project.md': '---\nkey: APP\n---\n',
  'plan/milestones/beta.md': '---\ntitle: Beta\n---\n\n## Tasks\n\n- [ ] APP-1 First\n',
  'specs/001-shop/tasks.md': '## Phase 1: Shop\n\n- [ ] T001 Sweep\n',
  'backlog/config.yml': 'project_name: Shop\n',
  'backlog/tasks/task-1 - a.md': '---\nid: TASK-1\ntitle: A\nstatus: To Do\n---\n',
};

describe('milepost new', () => {
  let repo: GitRepo;
  before(() => {
    repo = GitRepo.create();
    repo.commit({ message: 'Plan', files: FILES });
  });
  after(() => repo.dispose());

  const milepost = (...args: string[]) => runCli(repo.dir, 'new', ...args);

  it('adds a task to a milestone, and prints it; a risk and a milestone as files of their own', async () => {
    const task = await milepost('Rate-limit', 'sign-in', '--milestone', 'beta');
    assert.deepEqual(
      [task.code, task.err, task.out],
      [0, '', 'plan/milestones/beta.md:8\n+ - [ ] APP-2 Rate-limit sign-in\n'],
    );
    const dry = await milepost('Van is late', '--kind', 'risk', '--impact', '4', '--dry-run');
    assert.match(dry.out, /^plan\/risks\/van-is-late\.md:1\n\+ ---\n\+ id: R-1\n[^]*\n\+ impact: 4\n/);
    const milestone = await milepost('Launch', '--kind', 'milestone', '--plan', 'app', '--due', '2026-11-20');
    assert.equal(milestone.code, 0, milestone.err);
    const { 'plan/milestones/launch.md': launch, ...others } = contents(repo.dir);
    assert.equal(launch, '---\ntitle: Launch\ndue: 2026-11-20\n---\n\n## Tasks\n');
    assert.deepEqual(Object.keys(others), Object.keys(FILES).sort());
  });

  it('reads what else is typed of a task, and the fields of other items', async () => {
    const task = await milepost(
      'Pay',
      'by',
      'card',
      '@pat',
      'est:2d',
      'due:24 dec 2026',
      '--plan',
      'app',
      '--dry-run',
    );
    assert.match(
      task.out,
      /\+ id: APP-\d\n\+ title: Pay by card\n\+ assignee: \['@pat'\]\n\+ estimate: 2d\n\+ due: 2026-12-24\n/,
    );
    const backlog = await milepost('Pay by card @pat !high', '--plan', 'shop', '--dry-run');
    assert.match(
      backlog.out,
      /^backlog\/tasks\/task-2 - Pay-by-card\.md:1\n[^]*\+ assignee:\n\+ {3}- '@pat'\n[^]*\+ priority: high\n/,
    );
    const risk = await milepost('Van', 'owner=@pat', 'response=mitigate', '--kind', 'risk', '--dry-run');
    assert.match(risk.out, /\+ title: Van\n[^]*\+ response: mitigate\n\+ owner: '@pat'\n/);
    const unclear = await milepost('Pay due:soon', '--plan', 'app');
    assert.deepEqual([unclear.code, /"due:soon" is not understood/.test(unclear.err)], [2, true]);
  });

  it('says what is wrong with the wish', async () => {
    const wrong: readonly (readonly [readonly string[], RegExp])[] = [
      [['A', '--kind', 'risk', '--due', '2026-01-01'], /new --kind risk does not take --due\./],
      [['A', '--kind', 'epic'], /"epic" is not a valid --kind\. Expected: task, milestone, risk\./],
      [['A', '--plan', 'specs'], /Milepost cannot add items to spec-kit plans/],
      [['A', '--milestone', 'APP-1'], /APP-1 is not a milestone\./],
    ];
    await Promise.all(
      wrong.map(async ([args, expected]) => {
        const { code, err } = await milepost(...args);
        assert.equal(code, 2);
        assert.match(err, expected);
      }),
    );
  });
});

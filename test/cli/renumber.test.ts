import assert from 'node:assert/strict';
import { GitRepo } from '../support/gitRepo';
import { runCli } from '../support/runCli';

const FILES = {
  'plan/project.md': '---\nkey: APP\n---\n',
  'plan/milestones/beta.md': '---\ntitle: Beta\n---\n\n## Tasks\n\n- [ ] APP-1 First\n',
};
const TASK = '---\nid: APP-2\ntitle: Lock\nbranch: feature/APP-2\n---\n';

describe('milepost renumber', () => {
  let repo: GitRepo;
  before(() => {
    repo = GitRepo.create();
    repo.commit({ message: 'Plan', files: FILES });
    repo.branch('feature/APP-2');
    repo.commit({
      message: 'Begin',
      files: {
        'plan/tasks/lock.md': TASK,
        'plan/milestones/beta.md': `${FILES['plan/milestones/beta.md']}- [ ] APP-2\n- [ ] APP-3 Test after:APP-2\n`,
      },
    });
    repo.checkout('main');
    repo.commit({
      message: 'Plan more',
      files: { 'plan/tasks/mail.md': '---\nid: APP-2\ntitle: Mail\n---\n' },
    });
    repo.commit({
      message: 'And more',
      files: { 'plan/tasks/page.md': '---\nid: APP-4\ntitle: Page\n---\n' },
    });
    repo.checkout('feature/APP-2');
  });
  after(() => repo.dispose());

  const milepost = (...args: string[]) => runCli(repo.dir, ...args);

  it('gives a task the next id that no branch has, in all files that name it', async () => {
    const { code, err, out } = await milepost('renumber', 'APP-2');
    assert.deepEqual([code, err], [0, '']);
    assert.equal(
      out,
      'plan/milestones/beta.md:8\n- - [ ] APP-2\n- - [ ] APP-3 Test after:APP-2\n' +
        '+ - [ ] APP-5\n+ - [ ] APP-3 Test after:APP-5\n' +
        'plan/tasks/lock.md:2\n- id: APP-2\n+ id: APP-5\n',
    );
  });

  it('refuses ids that are taken here or elsewhere, or are none of the plan', async () => {
    const wrong: readonly (readonly [readonly string[], RegExp])[] = [
      [['APP-3', 'APP-1'], /APP-1 already stands for First in plan\/milestones\/beta\.md/],
      [['APP-3', 'APP-4'], /Another branch or working tree has given the id APP-4 already/],
      [['APP-3', 'WEB-7'], /"WEB-7" is not a valid id\. Expected: APP-4/],
      [['beta', 'APP-7'], /cannot set "id"/],
    ];
    await Promise.all(
      wrong.map(async ([args, expected]) => {
        const { code, err } = await milepost('renumber', ...args);
        assert.equal(code, 2);
        assert.match(err, expected);
      }),
    );
  });
});

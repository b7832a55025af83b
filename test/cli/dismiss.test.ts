import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GitRepo } from '../support/gitRepo';
import { runCli } from '../support/runCli';

const MILESTONE = '---\ntitle: Beta\ndue: 2026-02-02\n---\n\n## Tasks\n\n- [ ] APP-4 One due:2026-01-30\n';

describe('milepost dismiss', () => {
  let repo: GitRepo;

  const milepost = (...args: string[]) => runCli(repo.dir, ...args, '--today', '2026-03-02');
  const read = (path: string): string => readFileSync(join(repo.dir, path), 'utf8');
  const overdue = async (): Promise<string[]> => {
    const { plans } = JSON.parse((await milepost('status', '--json')).out);
    return plans.flatMap(({ findings }: { findings: { id: string; subject: string }[] }) =>
      findings.filter(({ id }) => id === 'overdue').map(({ subject }) => subject),
    );
  };

  afterEach(() => repo.dispose());

  it('dismisses the finding of a task that is a line, and not that of its milestone', async () => {
    repo = GitRepo.create();
    repo.commit({
      message: 'Plan',
      files: { 'plan/project.md': '---\nkey: APP\n---\n', 'plan/milestones/beta.md': MILESTONE },
    });
    const before = await overdue();
    assert.deepEqual([...before].sort(), ['APP-4', 'beta']);
    const dry = await milepost('dismiss', 'APP-4', 'overdue', 'agreed', '--dry-run');
    assert.match(dry.out, /^\+ .*dismissed: \[\{item: APP-4, finding: overdue, reason: agreed}]$/m);
    assert.equal(read('plan/milestones/beta.md'), MILESTONE);
    assert.equal((await milepost('dismiss', 'app-4', 'overdue', 'agreed:', 'by', 'mail')).code, 0);
    assert.match(read('plan/milestones/beta.md'), /reason: 'agreed: by mail'}/);
    assert.deepEqual(await overdue(), ['beta']);
    const { code, err } = await milepost('dismiss', 'beta', 'overdu', 'x');
    assert.equal(code, 2);
    assert.match(err, /"overdu" is not a valid finding\. Expected: .*overdue/);
    const other = await milepost('dismiss', 'beta', 'used-up', 'x');
    assert.deepEqual(
      [other.code, other.err],
      [2, 'milepost: beta has no finding "used-up" to dismiss. It has: overdue\n'],
    );
    const none = await milepost('dismiss', 'APP-4', 'used-up', 'x');
    assert.match(none.err, /APP-4 has no findings, so there is no "used-up" to dismiss\./);
    // One that is dismissed already may get another reason.
    assert.equal((await milepost('dismiss', 'APP-4', 'overdue', 'said', 'twice')).code, 0);
    assert.match((await milepost('dismiss', 'beta', 'overdue', ' ')).err, /Give a reason to dismiss overdue/);
  });

  it('writes to the overlay of a plan in another format, and asks for one where there is none', async () => {
    const files = {
      'backlog/config.yml': 'task_prefix: back\n',
      'backlog/tasks/back-1 - A.md':
        "---\nid: BACK-1\ntitle: A\nstatus: To Do\ndue_date: '2026-02-02 00:00'\n---\n",
    };
    repo = GitRepo.create();
    repo.commit({ message: 'Plan', files });
    const refused = await milepost('dismiss', 'BACK-1', 'overdue', 'agreed');
    assert.equal(refused.code, 2);
    assert.match(refused.err, /First create a file project\.md with the line "for: backlog"/);
    repo.commit({ message: 'Overlay', files: { 'plan/project.md': '---\nfor: backlog\n---\n' } });
    assert.deepEqual(await overdue(), ['BACK-1']);
    assert.equal((await milepost('dismiss', 'BACK-1', 'overdue', 'agreed')).code, 0);
    assert.equal(
      read('plan/project.md'),
      '---\nfor: backlog\ndismissed: [{item: BACK-1, finding: overdue, reason: agreed}]\n---\n',
    );
    assert.deepEqual(await overdue(), []);
  });
});

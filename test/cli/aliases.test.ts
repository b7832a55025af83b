import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GitRepo } from '../support/gitRepo';
import { runCli } from '../support/runCli';

describe('aliases in the command line', () => {
  let repo: GitRepo;
  const milepost = (...args: string[]) => runCli(repo.dir, ...args, '--today', '2026-03-02');
  const read = (path: string): string => readFileSync(join(repo.dir, path), 'utf8');
  afterEach(() => repo.dispose());

  it('are set, shown, and name their items', async () => {
    repo = GitRepo.create();
    repo.commit({
      message: 'Plan',
      files: { 'plan/project.md': '---\nkey: APP\n---\n', 'plan/tasks/one.md': '---\nid: APP-1\n---\n' },
    });
    const hash = repo.commit({ message: 'SHOP-12 keys', files: { 'src/keys.ts': '1' } });
    assert.equal((await milepost('set', 'APP-1', 'aliases=SHOP-12, bd-a1')).code, 0);
    assert.equal(read('plan/tasks/one.md'), '---\nid: APP-1\naliases: [SHOP-12, bd-a1]\n---\n');
    const { links } = JSON.parse((await milepost('links', '--json')).out);
    assert.deepEqual(
      links.flatMap((link: { commit: string; task: string }) => (link.commit === hash ? link.task : [])),
      ['APP-1'],
    );
    assert.equal((await milepost('set', 'shop-012', 'priority=high')).code, 0);
    assert.match(read('plan/tasks/one.md'), /^priority: high$/m);
    const { err } = await milepost('set', 'BD-A1', 'aliases=#12');
    assert.match(err, /"#12" is not a valid alias\. Expected: SHOP-12\./);
  });

  it('of a task in another format stand in the overlay', async () => {
    repo = GitRepo.create();
    repo.commit({
      message: 'Plan',
      files: {
        'backlog/config.yml': 'task_prefix: back\n',
        'backlog/tasks/back-1 - A.md': '---\nid: BACK-1\ntitle: A\nstatus: To Do\n---\n',
        'plan/project.md': '---\nfor: backlog\ntasks: {BACK-1: {aliases: [SHOP-12]}}\n---\n',
      },
    });
    repo.commit({ message: 'Fixes SHOP-12', files: { 'src/keys.ts': '1' } });
    const { plans } = JSON.parse((await milepost('status', '--json')).out);
    assert.deepEqual(
      plans[0].tasks.map(({ id, aliases, observed }: Record<string, unknown>) => [id, aliases, observed]),
      [['BACK-1', ['SHOP-12'], 'closed']],
    );
    assert.equal((await milepost('set', 'SHOP-12', 'aliases=SHOP-13')).code, 0);
    assert.match(read('plan/project.md'), /^tasks: \{BACK-1: \{aliases: \[SHOP-13\]\}\}$/m);
  });
});

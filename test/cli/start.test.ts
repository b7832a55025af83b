import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GitRepo } from '../support/gitRepo';
import { runCli } from '../support/runCli';

describe('milepost start', () => {
  it('starts a task on a branch, says so, and refuses where there is one', async () => {
    const repo = GitRepo.create();
    try {
      const task = 'plan/tasks/one.md';
      const rules = "rules: {branch_name: 'work/{key}'}";
      const files = {
        'plan/project.md': `---\nkey: APP\n${rules}\n---\n`,
        [task]: '---\nid: APP-1\ntitle: One\nstatus: To do\n---\n',
      };
      repo.commit({ message: 'Plan', files });
      const dry = await runCli(repo.dir, 'start', 'APP-1', '--dry-run');
      assert.match(dry.out, /^APP-1 would be started on the branch work\/app-1\.\nNothing was written/);
      assert.equal(repo.git('branch', '--show-current'), 'main');
      const { code, out, err } = await runCli(repo.dir, 'start', 'app-1');
      assert.equal(code, 0, err);
      assert.match(out, /^APP-1 is started on the branch work\/app-1\.\n/);
      assert.equal(repo.git('branch', '--show-current'), 'work/app-1');
      assert.match(readFileSync(join(repo.dir, task), 'utf8'), /status: In progress/);
      repo.checkout('main');
      const again = await runCli(repo.dir, 'start', 'APP-1');
      assert.deepEqual([again.code, again.err.includes('git checkout work/app-1')], [2, true], again.err);
    } finally {
      repo.dispose();
    }
  });
});

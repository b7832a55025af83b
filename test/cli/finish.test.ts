import assert from 'node:assert/strict';
import { GitRepo } from '../support/gitRepo';
import { runCli } from '../support/runCli';

describe('milepost finish', () => {
  it("finishes the branch's task, and says what is open and where the branch can be compared", async () => {
    const repo = GitRepo.create();
    try {
      const criteria = '## Acceptance criteria\n\n- [ ] Works offline\n';
      repo.commit({
        message: 'Plan',
        files: {
          'plan/project.md': '---\nkey: APP\n---\n',
          'plan/milestones/m.md': '## Tasks\n\n- [ ] APP-2 Two\n  - [ ] APP-3 Part\n  - [ ] Note\n',
          'plan/tasks/one.md': `---\nid: APP-1\ntitle: One\nstatus: To do\n---\n${criteria}`,
        },
      });
      repo.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
      repo.git('remote', 'add', 'origin', 'https://ana:secret@git.example.org/a/b.git');
      repo.branch('app-1-one');
      const dry = await runCli(repo.dir, 'finish', '--dry-run');
      assert.match(dry.out, /^APP-1 would be done\.\nstill open: Works offline\n/, dry.err);
      assert.equal(repo.git('status', '--porcelain'), '');
      const first = await runCli(repo.dir, 'finish', '--tick');
      assert.equal(first.code, 0, first.err);
      assert.match(first.out, /^APP-1 is done\.\n/);
      assert.match(first.out, /forges: \{git\.example\.org: gitlab\}/);
      assert.doesNotMatch(first.out, /still open|secret/);
      repo.git('remote', 'set-url', 'origin', 'https://ana:secret@github.com/a/b.git');
      const { out } = await runCli(repo.dir, 'finish', 'APP-1');
      assert.match(out, /https:\/\/github\.com\/a\/b\/compare\/main\.\.\.app-1-one$/m);
      assert.doesNotMatch(out, /secret/);
      const line = await runCli(repo.dir, 'finish', 'APP-2', '--dry-run');
      assert.match(line.out, /^APP-2 would be done\.\nstill open: APP-3 Part\nstill open: Note\n/);
    } finally {
      repo.dispose();
    }
  });
});

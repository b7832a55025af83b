import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openGit } from '../../src/git/gitReader';
import { GitRepo } from '../support/gitRepo';

describe('a repository whose configuration names programs', () => {
  it('runs none of them and writes nothing', async () => {
    const repo = GitRepo.create();
    try {
      const program = join(repo.dir, 'program');
      const trace = join(repo.dir, 'it-ran');
      repo.write('program', `#!/bin/sh\necho "$0 $*" >> '${trace}'\ncat\n`);
      chmodSync(program, 0o755);
      repo.write('.gitattributes', '* diff=bad filter=bad\n');
      const hash = repo.commit({ message: 'one', files: { 'plan/a.md': 'a' } });
      repo.commit({ message: 'two', files: { 'plan/a.md': 'b' } });
      repo.git('branch', 'side', hash);
      repo.worktree('tree', 'side');
      const settings = [
        'core.fsmonitor',
        'core.pager',
        'core.sshCommand',
        'core.editor',
        'core.askPass',
        'diff.external',
        'diff.bad.command',
        'diff.bad.textconv',
        'filter.bad.smudge',
        'filter.bad.clean',
        'gpg.program',
        'pager.log',
        'credential.helper',
      ];
      for (const setting of settings) repo.git('config', setting, program);
      repo.git('config', 'log.showSignature', 'true');
      const indexBefore = readFileSync(join(repo.dir, '.git/index'));

      const git = openGit({ binary: 'git', cwd: repo.dir });
      await git.locate();
      await git.readHistory({ branchAgeDays: 100_000 });
      await git.mergeBase(hash, (await git.resolve('HEAD')) ?? '');
      const { files } = await git.readTree('HEAD', ['plan']);
      const blobs = await git.readBlobs(files.values());
      assert.deepEqual([...blobs.values()].map(String), ['b']);
      assert.equal((await git.readNamedCommits([hash.slice(0, 12)])).size, 1);
      assert.equal((await git.readPatchIds([{ commit: hash }])).size, 1);
      await git.readIdLines('plan', await git.resolve('HEAD'));
      assert.ok(!existsSync(trace));
      assert.deepEqual(readFileSync(join(repo.dir, '.git/index')), indexBefore);

      repo.git('status');
      assert.ok(existsSync(trace), 'git itself would have run them');
    } finally {
      repo.dispose();
    }
  });
});

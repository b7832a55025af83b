import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { GitFailure } from '../../src/git/gitFailure';
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
      const moved = addSubmodule(repo);
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
      const submodule = join(repo.dir, 'plan/sub');
      for (const setting of settings) {
        repo.git('config', setting, program);
        repo.git('-C', submodule, 'config', setting, program);
      }
      repo.git('config', 'log.showSignature', 'true');
      repo.git('config', 'diff.submodule', 'diff');
      repo.git('config', 'submodule.recurse', 'true');
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
      assert.equal((await git.readPatchIds([{ commit: moved }])).size, 1);
      assert.match(await git.readIdLines('plan', await git.resolve('HEAD')), /^\+Subproject commit/m);
      assert.ok(!existsSync(trace), existsSync(trace) ? readFileSync(trace, 'utf8') : '');
      assert.deepEqual(readFileSync(join(repo.dir, '.git/index')), indexBefore);

      const asIds = ['log', '-1', '--format=', '--patch', '--no-ext-diff', '--no-textconv', moved];
      for (const ask of [['status'], asIds]) {
        rmSync(trace, { force: true });
        repo.git(...ask);
        assert.ok(existsSync(trace), `git ${ask[0]} itself would have run them`);
      }
    } finally {
      repo.dispose();
    }
  });

  it('changes nothing of what is read', async () => {
    const repo = GitRepo.create();
    try {
      repo.commit({
        message: 'one',
        files: { 'plan/a.md': 'a\n\n- [ ] APP-1 a\n', 'plan/b.md': 'b\n\nb\n' },
      });
      const moved = addSubmodule(repo);
      repo
        .branch('other')
        .commit({ message: 'two', files: { 'plan/a.md': null, 'plan/c.md': 'a\n\n- [ ] APP-1 a\n' } });
      const copy = repo.commit({ message: 'three', files: { 'plan/b.md': 'id: APP-2\n\nb b\n' } });
      repo.checkout('main');
      const read = async () => {
        const git = openGit({ binary: 'git', cwd: join(repo.dir, 'plan') });
        const { commits } = await git.readHistory({ branchAgeDays: 100_000 });
        const patches = await git.readPatchIds([{ commit: copy }, { commit: moved }]);
        return { commits, patches, lines: await git.readIdLines('plan', await git.resolve('HEAD')) };
      };
      const before = await read();
      assert.deepEqual(
        before.commits.get(moved)?.files.map(({ path }) => path),
        ['plan/sub'],
      );
      const settings = {
        'color.ui': 'always',
        'diff.ignoreSubmodules': 'all',
        'diff.interHunkContext': '9',
        'diff.mnemonicPrefix': 'true',
        'diff.noprefix': 'true',
        'diff.orderFile': 'no-such-file',
        'diff.relative': 'true',
        'diff.renames': 'copies',
        'diff.submodule': 'log',
        'diff.wordRegex': '.',
        'grep.column': 'true',
        'grep.fullName': 'true',
        'grep.lineNumber': 'true',
        'grep.patternType': 'fixed',
        'log.showRoot': 'false',
        'submodule.plan/sub.ignore': 'all',
      };
      for (const [name, value] of Object.entries(settings)) repo.git('config', name, value);
      assert.deepEqual(await read(), before);
    } finally {
      repo.dispose();
    }
  });
});

describe('files that look like a bare repository', () => {
  it('are none to git, whatever their configuration says', async () => {
    const repo = GitRepo.create();
    try {
      repo.commit({ message: 'one', files: { 'plan/a.md': 'a' } });
      const inside = join(repo.dir, 'embedded');
      repo.git('init', '-q', '--bare', inside);
      const git = openGit({ binary: 'git', cwd: inside });
      for (const [name, value] of [
        ['core.bare', 'true'],
        ['core.bare', 'false'],
        ['core.worktree', '..'],
      ] as const) {
        repo.git('--git-dir', inside, 'config', name, value);
        const failure = await git.locate();
        assert.ok(failure instanceof GitFailure);
        assert.deepEqual(failure.reason, { code: 'git-not-repository', args: [] });
      }
    } finally {
      repo.dispose();
    }
  });

  it('may hold the objects of a working tree', async () => {
    const repo = GitRepo.create();
    try {
      repo.commit({ message: 'one', files: { 'plan/a.md': 'a' } });
      const [bare, tree] = ['bare', 'tree'].map(name => join(dirname(repo.dir), name)) as [string, string];
      repo.git('clone', '-q', '--bare', '.', bare);
      repo.git('--git-dir', bare, 'worktree', 'add', '-q', tree, 'main');
      const git = openGit({ binary: 'git', cwd: tree });
      assert.equal((await git.readTree('HEAD', ['plan'])).files.size, 1);
      assert.equal((await git.readHistory({ branchAgeDays: 100_000 })).commits.size, 1);
    } finally {
      repo.dispose();
    }
  });
});

/** Puts a populated submodule below the plan, on a branch beside `main`, and gives the commit that moves it on. */
function addSubmodule(repo: GitRepo): string {
  const other = repo.clone('other');
  repo.branch('with-submodule');
  const add = ['submodule', '--quiet', 'add', `file://${other.dir}`, 'plan/sub'];
  repo.git('-c', 'protocol.file.allow=always', ...add);
  repo.commit('Add the submodule');
  const inside = other.commit({ message: 'Move', files: { 'plan/a.md': 'moved' } });
  repo.git('-C', 'plan/sub', 'fetch', '-q');
  repo.git('-C', 'plan/sub', 'checkout', '-q', inside);
  repo.git('add', 'plan/sub');
  const moved = repo.commit('Move the submodule');
  repo.checkout('main');
  return moved;
}

import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { isGitFailure } from '../../src/git/gitFailure';
import { openGit, type GitReader } from '../../src/git/gitReader';
import { GitRepo } from '../support/gitRepo';

async function codeOf(answer: Promise<unknown>): Promise<string> {
  const error: unknown = await answer.then(
    value => value,
    reason => reason,
  );
  return isGitFailure(error) ? error.reason.code : `no failure: ${String(error)}`;
}

describe('openGit', () => {
  let repo: GitRepo;
  beforeEach(() => (repo = GitRepo.create()));
  afterEach(() => repo.dispose());

  const open = (cwd = repo.dir, binary = 'git'): GitReader => openGit({ binary, cwd });

  it('reads who commits, the nearest configuration last', async () => {
    repo.git('config', 'user.name', 'Li Wen = @li');
    repo.git('config', 'user.email', 'li@example.org');
    assert.deepEqual(await open().readIdentity(), { name: 'Li Wen = @li', email: 'li@example.org' });
    repo.git('config', '--add', 'user.email', 'li@work.example');
    assert.equal((await open().readIdentity()).email, 'li@work.example');
  });

  describe('locate', () => {
    it('finds the top from a folder below it', async () => {
      repo.write('plan/tasks/x.md', '');
      const gitDir = join(repo.dir, '.git');
      assert.deepEqual(await open(join(repo.dir, 'plan/tasks')).locate(), {
        top: repo.dir,
        gitDir,
        commonDir: gitDir,
      });
    });

    it('tells the git dir of a second working tree from the common one', async () => {
      repo.commit('one');
      repo.git('branch', 'side');
      const tree = repo.worktree('tree', 'side');
      const commonDir = join(repo.dir, '.git');
      assert.deepEqual(await open(tree.dir).locate(), {
        top: tree.dir,
        gitDir: join(commonDir, 'worktrees/tree'),
        commonDir,
      });
    });

    it('takes a submodule for a repository of its own', async () => {
      repo.commit({ message: 'one', files: { a: '1' } });
      const outer = repo.clone('outer');
      outer.git(
        '-c',
        'protocol.file.allow=always',
        'submodule',
        '--quiet',
        'add',
        `file://${repo.dir}`,
        'sub',
      );
      const gitDir = join(outer.dir, '.git/modules/sub');
      const git = open(join(outer.dir, 'sub'));
      assert.deepEqual(await git.locate(), { top: join(outer.dir, 'sub'), gitDir, commonDir: gitDir });
      assert.equal((await git.readHistory({ branchAgeDays: 90 })).head.kind, 'branch');
    });

    it('runs a git whose path holds a space', async () => {
      const folder = join(repo.dir, 'my programs');
      mkdirSync(folder);
      symlinkSync(execFileSync('which', ['git'], { encoding: 'utf8' }).trim(), join(folder, 'git'));
      repo.commit('one');
      const git = open(repo.dir, join(folder, 'git'));
      assert.ok(!isGitFailure(await git.locate()));
      assert.equal((await git.readHistory({ branchAgeDays: 90 })).commits.size, 1);
    });
  });

  describe('failures', () => {
    it('git is missing', async () => {
      const git = open(repo.dir, '/nowhere/git');
      assert.equal(await codeOf(git.locate()), 'git-missing');
      assert.equal(await codeOf(git.readHistory({ branchAgeDays: 90 })), 'git-missing');
      assert.equal(await codeOf(git.readTree('HEAD', [''])), 'git-missing');
      assert.equal(await codeOf(git.resolve('HEAD')), 'git-missing');
    });

    it('no repository, no folder, no working tree', async () => {
      const outside = join(repo.dir, '..');
      assert.equal(await codeOf(open(outside).locate()), 'git-not-repository');
      assert.equal(await codeOf(open(outside).readTree('HEAD', [''])), 'git-not-repository');
      assert.equal(await codeOf(open(join(repo.dir, 'gone')).locate()), 'git-not-repository');
      assert.equal(await codeOf(open(join(repo.dir, 'gone')).readTree('HEAD', [''])), 'git-not-repository');
      assert.equal(await codeOf(open(join(repo.dir, '.git')).locate()), 'git-not-repository');
    });

    it('a repository that is damaged', async () => {
      const hash = repo.commit('one');
      repo.write(`.git/objects/${hash.slice(0, 2)}/${hash.slice(2)}`.replace(hash.slice(2), 'x'), '');
      repo.write('.git/refs/heads/main', `${'1'.repeat(40)}\n`);
      assert.equal(await codeOf(open().readHistory({ branchAgeDays: 90 })), 'git-damaged');
    });
  });

  it('answers again after it failed once', async () => {
    const cwd = join(repo.dir, 'later');
    const git = open(cwd);
    assert.equal(await codeOf(git.locate()), 'git-not-repository');
    mkdirSync(cwd);
    assert.ok(!isGitFailure(await git.locate()));
  });

  it('resolves names, prefixes and tags, and nothing else', async () => {
    const hash = repo.commit('one');
    repo.git('tag', '-a', '-m', 'tag', 'v1');
    for (const revision of ['HEAD', 'main', 'v1', hash, hash.slice(0, 7)]) {
      assert.equal(await open().resolve(revision), hash);
    }
    for (const revision of ['nope', '', '--all', '-h', 'HEAD~5', 'f'.repeat(40), 'HEAD:plan']) {
      assert.equal(await open().resolve(revision), undefined, revision);
    }
  });

  it('finds where two branches parted', async () => {
    const base = repo.commit('base');
    const side = repo.branch('side').commit('side');
    const main = repo.checkout('main').commit('main');
    repo.git('checkout', '-q', '--orphan', 'other');
    const other = repo.commit('other');
    assert.equal(await open().mergeBase(side, main), base);
    assert.equal(await open().mergeBase(other, main), undefined);
  });

  it('reads the repository it was opened on, whatever the environment says', async () => {
    const hash = repo.commit('one');
    const other = GitRepo.create();
    process.env.GIT_DIR = join(other.dir, '.git');
    process.env.GIT_EDITOR = 'vi';
    process.env.PAGER = 'less';
    try {
      assert.equal(await open().resolve('HEAD'), hash);
      assert.deepEqual([...(await open().readHistory({ branchAgeDays: 100_000 })).commits.keys()], [hash]);
    } finally {
      delete process.env.GIT_DIR;
      delete process.env.GIT_EDITOR;
      delete process.env.PAGER;
      other.dispose();
    }
  });
});

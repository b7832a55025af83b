import assert from 'node:assert/strict';
import { openGit, type GitReader } from '../../src/git/gitReader';
import { isGitFailure } from '../../src/git/gitFailure';
import { GitRepo } from '../support/gitRepo';

describe('patch ids', () => {
  let repo: GitRepo;
  let git: GitReader;
  let processes: string[];

  beforeEach(() => {
    repo = GitRepo.create();
    processes = [];
    git = openGit({ binary: 'git', cwd: repo.dir, log: line => processes.push(line.split(':')[0] ?? '') });
  });
  afterEach(() => repo.dispose());

  const lines = (...changed: string[]): string =>
    Array.from({ length: 40 }, (_, i) => changed[i] ?? `line ${i}`).join('\n');

  async function idsOf(...commits: string[]): Promise<(string | undefined)[]> {
    const ids = await git.readPatchIds(commits.map(commit => ({ commit })));
    return commits.map(commit => ids.get(commit));
  }

  it('are equal for a change and its copy on another base, with another message', async () => {
    repo.commit({ message: 'Start', files: { 'a.txt': lines(), 'b.txt': 'b' } });
    const old = repo.branch('work').commit({ message: 'Work', files: { 'a.txt': lines('x') } });
    repo.checkout('main').commit({ message: 'Meanwhile', files: { 'b.txt': 'c' } });
    repo.checkout('work').rebase('main');
    repo.git('commit', '-q', '--amend', '-m', 'Better said');
    const other = repo.commit({ message: 'Work', files: { 'a.txt': lines('y') } });
    const [first, second, third] = await idsOf(old, repo.head('HEAD~1'), other);
    assert.equal(first, second);
    assert.match(first ?? '', /^[0-9a-f]{40}$/);
    assert.notEqual(first, third);
    assert.deepEqual(processes, ['git diff-tree', 'git patch-id']);
  });

  it('tell two binary files apart', async () => {
    repo.commit({ message: 'Start', files: { 'a.bin': new Uint8Array([0, 1]) } });
    const one = repo.commit({ message: 'One', files: { 'a.bin': new Uint8Array([0, 2]) } });
    repo.checkout('HEAD~1').branch('other');
    const two = repo.commit({ message: 'Two', files: { 'a.bin': new Uint8Array([0, 3]) } });
    const [first, second] = await idsOf(one, two);
    assert.notEqual(first, second);
  });

  it('are none for a merge and for an empty commit, and there is one for the first commit', async () => {
    const first = repo.commit({ message: 'Start', files: { 'a.txt': 'a' } });
    const empty = repo.branch('work').commit('Nothing');
    repo.commit({ message: 'Work', files: { 'b.txt': 'b' } });
    repo.checkout('main').commit({ message: 'Other', files: { 'c.txt': 'c' } });
    const merge = repo.merge('work');
    const ids = await idsOf(first, empty, merge);
    assert.deepEqual(
      ids.map(id => id !== undefined),
      [true, false, false],
    );
  });

  it('compare a whole branch with its squash', async () => {
    const base = repo.commit({ message: 'Start', files: { 'a.txt': lines(), 'b.txt': lines() } });
    repo.branch('work').commit({ message: 'One', files: { 'a.txt': lines('x') } });
    const tip = repo.commit({ message: 'Two', files: { 'a.txt': lines('x', 'y'), 'b.txt': lines('z') } });
    repo.checkout('main').commit({ message: 'Meanwhile', files: { 'c.txt': 'c' } });
    const squash = repo.squash('work', 'All (#1)');
    const ids = await git.readPatchIds([{ commit: tip, base }, { commit: squash }]);
    assert.equal(ids.get(tip), ids.get(squash));
  });

  it('start no process where there is nothing to compare', async () => {
    assert.deepEqual(await git.readPatchIds([]), new Map());
    assert.deepEqual(await git.readNamedCommits(['--all', 'HEAD', '']), new Map());
    assert.deepEqual(processes, []);
  });

  it('are none for a commit that is missing, and stop when they are no longer wanted', async () => {
    const first = repo.commit({ message: 'Start', files: { 'a.txt': 'a' } });
    const [none, some] = await idsOf('1'.repeat(40), first);
    assert.deepEqual([none, some === undefined], [undefined, false]);
    await assert.rejects(
      openGit({ binary: 'no-git', cwd: repo.dir }).readPatchIds([{ commit: first }]),
      isGitFailure,
    );
    const stop = new AbortController();
    const asked = git.readPatchIds([{ commit: repo.head() }], stop.signal);
    const reason = new Error('enough');
    stop.abort(reason);
    await assert.rejects(asked, error => error === reason);
  });
});

describe('commits by the beginning of their hash', () => {
  let repo: GitRepo;
  let git: GitReader;

  beforeEach(() => {
    repo = GitRepo.create();
    git = openGit({ binary: 'git', cwd: repo.dir });
  });
  afterEach(() => repo.dispose());

  it('are found although nothing reaches them', async () => {
    repo.commit({ message: 'Start', files: { 'a.txt': 'a' } });
    const old = repo.commit({ message: 'Wrong', files: { 'b.txt': 'b' } });
    repo.git('commit', '-q', '--amend', '-m', 'Right');
    for (const name of [old.slice(0, 12), old.slice(0, 7), old]) {
      const found = (await git.readNamedCommits(['feedfacefeed', name])).get(name);
      assert.equal(found?.hash, old);
      assert.equal(found.message, 'Wrong');
      assert.deepEqual(
        found.files.map(({ path }) => path),
        ['b.txt'],
      );
    }
  });

  it('are none where git knows none, whatever else has that name', async () => {
    repo.commit({ message: 'Start', files: { 'a.txt': 'a' } });
    repo.git('branch', 'feedfacefeed');
    const blob = repo.git('rev-parse', 'HEAD:a.txt');
    assert.deepEqual(
      await git.readNamedCommits(['feedfacefeed', blob.slice(0, 12), '0'.repeat(40)]),
      new Map(),
    );
  });
});

import assert from 'node:assert/strict';
import { openGit } from '../../src/git/gitReader';
import type { History } from '../../src/core/evidence/graph/history';
import { GitRepo } from '../support/gitRepo';

const ALL_AGES = { branchAgeDays: 100_000 };

describe('readHistory', () => {
  let repo: GitRepo;
  let log: string[];
  beforeEach(() => {
    repo = GitRepo.create();
    log = [];
  });
  afterEach(() => repo.dispose());

  function read(
    options: { known?: History; defaultBranch?: string; branchAgeDays?: number } = {},
    at = repo,
  ) {
    log = [];
    const git = openGit({ binary: 'git', cwd: at.dir, log: line => log.push(line.replace(/:.*/, '')) });
    return git.readHistory({ ...ALL_AGES, ...options });
  }

  it('reads messages, authors, times, parents and files', async () => {
    const first = repo.commit({
      message: 'First\n\nBody',
      files: { 'a.md': 'a' },
      author: 'Bo <bo@example.org>',
      date: new Date(1_700_000_000_000),
      trailer: 'Task: APP-1',
    });
    const second = repo.commit({ message: 'Second', files: { 'a.md': 'b', 'dir/b.txt': 'b' } });
    const history = await read();
    assert.deepEqual([...history.commits.keys()], [second, first]);
    assert.deepEqual(history.commits.get(first), {
      hash: first,
      parents: [],
      author: 'Bo',
      email: 'bo@example.org',
      authorTime: 1_700_000_000,
      commitTime: 1_700_000_000,
      message: 'First\n\nBody\n\nTask: APP-1',
      files: [
        {
          path: 'a.md',
          status: 'A',
          before: '0'.repeat(40),
          after: repo.head(`${first}:a.md`),
        },
      ],
    });
    assert.deepEqual(history.commits.get(second)?.parents, [first]);
    assert.deepEqual(
      history.commits.get(second)?.files.map(file => [file.status, file.path]),
      [
        ['M', 'a.md'],
        ['A', 'dir/b.txt'],
      ],
    );
    assert.deepEqual(history.head, { kind: 'branch', branch: 'main', hash: second });
    assert.equal(history.defaultBranch?.ref, 'refs/heads/main');
    assert.equal(history.shallow, false);
    assert.equal(history.fetched, undefined);
  });

  it('takes three processes at first, one when nothing changed, two after a commit', async () => {
    repo.commit('one');
    const git = openGit({ binary: 'git', cwd: repo.dir, log: line => log.push(line.replace(/:.*/, '')) });
    const first = await git.readHistory(ALL_AGES);
    assert.deepEqual(log.splice(0), ['git rev-parse', 'git for-each-ref', 'git log']);
    assert.equal(await git.readHistory({ ...ALL_AGES, known: first }), first);
    assert.deepEqual(log.splice(0), ['git for-each-ref']);
    const hash = repo.commit('two');
    const second = await git.readHistory({ ...ALL_AGES, known: first });
    assert.deepEqual(log.splice(0), ['git for-each-ref', 'git log']);
    assert.deepEqual([...second.commits.keys()], [hash, ...first.commits.keys()]);
  });

  describe('states of a repository', () => {
    it('no commits yet', async () => {
      const history = await read();
      assert.deepEqual(history.head, { kind: 'unborn', branch: 'main' });
      assert.equal(history.commits.size, 0);
      assert.equal(history.defaultBranch, undefined);
    });

    it('no commits on the current branch, but on another one', async () => {
      const hash = repo.commit('one');
      repo.git('checkout', '-q', '--orphan', 'fresh');
      const history = await read();
      assert.deepEqual(history.head, { kind: 'unborn', branch: 'fresh' });
      assert.deepEqual([...history.commits.keys()], [hash]);
    });

    it('detached HEAD, on a commit that no branch holds', async () => {
      repo.commit('one');
      repo.checkout('--detach');
      const hash = repo.commit('two');
      const history = await read();
      assert.deepEqual(history.head, { kind: 'detached', hash });
      assert.equal(history.commits.get(hash)?.message, 'two');
    });

    it('rebase in progress', async () => {
      repo.commit({ message: 'base', files: { a: '0' } });
      repo.branch('feature/app-1').commit({ message: 'theirs', files: { a: '1' } });
      repo.checkout('main').commit({ message: 'ours', files: { a: '2' } });
      repo.checkout('feature/app-1');
      assert.throws(() => repo.rebase('main'));
      const { head } = await read();
      assert.deepEqual(head, { kind: 'detached', hash: repo.head('main'), branch: 'feature/app-1' });
    });

    it('merge in progress, and the index locked', async () => {
      repo.commit({ message: 'base', files: { a: '0' } });
      repo.branch('side').commit({ message: 'theirs', files: { a: '1' } });
      const hash = repo.checkout('main').commit({ message: 'ours', files: { a: '2' } });
      assert.throws(() => repo.merge('side'));
      repo.write('.git/index.lock', '');
      const history = await read();
      assert.deepEqual(history.head, { kind: 'branch', branch: 'main', hash });
      assert.equal(history.commits.size, 3);
    });

    it('shallow clone: the cut commit shows no changes of its own', async () => {
      repo.commit({ message: 'one', files: { a: '1' } });
      const cut = repo.commit({ message: 'two', files: { b: '1' } });
      const last = repo.commit({ message: 'three', files: { c: '1' } });
      const clone = repo.clone('shallow', '--depth=2');
      const history = await read({}, clone);
      assert.equal(history.shallow, true);
      assert.deepEqual([...history.commits.keys()], [last, cut]);
      assert.deepEqual(history.commits.get(cut)?.files, []);
      assert.deepEqual(
        history.commits.get(last)?.files.map(file => file.path),
        ['c'],
      );

      clone.git('fetch', '-q', '--unshallow');
      const whole = await read({ known: history }, clone);
      assert.equal(whole.shallow, false);
      assert.equal(whole.commits.size, 3);
      assert.deepEqual(
        whole.commits.get(cut)?.files.map(file => file.path),
        ['b'],
      );
    });

    it('partial clone: what is not there is not fetched', async () => {
      repo.git('config', 'uploadpack.allowFilter', 'true');
      repo.commit({ message: 'one', files: { a: '1' } });
      repo.commit({ message: 'two', files: { a: '2' } });
      const clone = repo.clone('partial', '--filter=blob:none', '--no-checkout');
      const history = await read({}, clone);
      assert.deepEqual(
        [...history.commits.values()].map(commit => commit.files.length),
        [1, 1],
      );
    });

    it('partial clone without trees: commits without files', async () => {
      repo.git('config', 'uploadpack.allowFilter', 'true');
      repo.commit({ message: 'one', files: { a: '1' } });
      const last = repo.commit({ message: 'two', files: { a: '2' } });
      const history = await read({}, repo.clone('partial', '--filter=tree:0', '--no-checkout'));
      assert.equal(history.commits.size, 2);
      assert.deepEqual(history.commits.get(last)?.files, []);
    });

    it('working tree beside the main one', async () => {
      repo.commit('one');
      repo.git('branch', 'side');
      const tree = repo.worktree('tree', 'side');
      const hash = tree.commit('two');
      const history = await read({}, tree);
      assert.deepEqual(history.head, { kind: 'branch', branch: 'side', hash });
      assert.equal((await read()).head.kind === 'branch' && (await read()).defaultBranch?.name, 'main');
    });

    it('a branch whose name is no ordinary one', async () => {
      repo.commit('one');
      repo.branch('größe/#1-"x"');
      const { head, branches } = await read();
      assert.equal(head.kind === 'branch' && head.branch, 'größe/#1-"x"');
      assert.ok(branches.some(branch => branch.name === 'größe/#1-"x"'));
    });

    it('refs kept in a reftable', async function () {
      try {
        repo.git('init', '-q', '-b', 'main', '--ref-format=reftable', 'inner');
      } catch {
        console.log('      skipped: this git knows no reftable');
        return this.skip();
      }
      const at = `${repo.dir}/inner`;
      const inner = (...args: string[]) =>
        repo.git('-C', 'inner', '-c', 'user.name=A', '-c', 'user.email=a@b', ...args);
      const git = openGit({ binary: 'git', cwd: at });
      assert.deepEqual((await git.readHistory(ALL_AGES)).head, { kind: 'unborn', branch: 'main' });
      inner('commit', '-q', '--allow-empty', '-m', 'one');
      const hash = inner('rev-parse', 'HEAD');
      assert.deepEqual((await git.readHistory(ALL_AGES)).head, { kind: 'branch', branch: 'main', hash });
      inner('checkout', '-q', '--detach');
      assert.deepEqual((await git.readHistory(ALL_AGES)).head, { kind: 'detached', hash });
    });
  });

  it('leaves the stash and pull requests out', async () => {
    const first = repo.commit({ message: 'one', files: { a: '1' } });
    repo.write('a', '2').git('stash');
    repo.git('update-ref', 'refs/pull/1/head', repo.git('commit-tree', '-m', 'pull', 'HEAD^{tree}'));
    assert.deepEqual([...(await read()).commits.keys()], [first]);
  });

  it('gives the changes of a merge against its first parent', async () => {
    repo.commit({ message: 'base', files: { a: '1' } });
    repo.branch('side').commit({ message: 'side', files: { s: '1' } });
    repo.checkout('main').commit({ message: 'main', files: { m: '1' } });
    const merge = repo.merge('side');
    const { commits } = await read();
    assert.deepEqual(
      commits.get(merge)?.files.map(file => file.path),
      ['s'],
    );
  });

  it('names authors through .mailmap', async () => {
    const hash = repo.commit({
      message: 'one',
      files: { '.mailmap': 'Ana Real <ana@work.example> <ana@example.org>\n' },
    });
    const commit = (await read()).commits.get(hash);
    assert.deepEqual([commit?.author, commit?.email], ['Ana Real', 'ana@work.example']);
  });

  it('is not moved by what the user configured', async () => {
    const hash = repo.commit({ message: 'ümlaut', files: { 'ä b': '1', 'dir/x': '1' } });
    for (const setting of [
      'diff.relative',
      'color.ui=always',
      'log.showRoot=false',
      'i18n.logOutputEncoding=latin1',
    ]) {
      const [name = '', value = 'true'] = setting.split('=');
      repo.git('config', name, value);
    }
    const git = openGit({ binary: 'git', cwd: `${repo.dir}/dir` });
    const commit = (await git.readHistory(ALL_AGES)).commits.get(hash);
    assert.equal(commit?.message, 'ümlaut');
    assert.deepEqual(
      commit?.files.map(file => file.path),
      ['dir/x', 'ä b'],
    );
  });

  it('puts children before parents though clocks disagree', async () => {
    repo.commit({ message: 'one', date: new Date('2026-03-01T00:00:00Z') });
    repo.branch('side');
    repo.commit({ message: 'two', date: new Date('2026-01-01T00:00:00Z') });
    repo.commit({ message: 'three', date: new Date('2026-02-01T00:00:00Z') });
    repo.checkout('main').commit({ message: 'four', date: new Date('2026-01-02T00:00:00Z') });
    const seen = new Set<string>();
    for (const { hash, parents } of (await read()).commits.values()) {
      assert.ok(parents.every(parent => !seen.has(parent)));
      seen.add(hash);
    }
    assert.equal(seen.size, 4);
  });

  it('takes the fresher of the local and the remote default branch', async () => {
    repo.commit('one');
    const clone = repo.clone('clone');
    const upstream = repo.commit('two');
    clone.git('fetch', '-q');
    const behind = await read({}, clone);
    assert.deepEqual(
      [behind.defaultBranch?.ref, behind.defaultBranch?.tip],
      ['refs/remotes/origin/main', upstream],
    );
    assert.ok((behind.fetched ?? 0) > 0);

    clone.git('merge', '-q', '--ff-only', 'origin/main');
    const old = clone.commit({
      message: 'three, by a clock that is late',
      date: new Date('2026-01-04T00:00:00Z'),
    });
    const ahead = await read({ known: behind }, clone);
    assert.deepEqual([ahead.defaultBranch?.ref, ahead.defaultBranch?.tip], ['refs/heads/main', old]);
  });

  it('knows a branch whose upstream was deleted', async () => {
    repo.commit('one');
    repo.git('branch', 'feature');
    const clone = repo.clone('clone');
    clone.checkout('feature');
    repo.git('branch', '-D', 'feature');
    const before = await read({}, clone);
    clone.git('fetch', '-q', '--prune');
    const after = await read({ known: before }, clone);
    const gone = (history: History) =>
      history.branches.filter(branch => branch.upstreamGone).map(branch => branch.ref);
    assert.deepEqual([gone(before), gone(after)], [[], ['refs/heads/feature']]);
    assert.equal(after.commits, before.commits);
  });
});

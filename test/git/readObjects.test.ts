import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { isGitFailure } from '../../src/git/gitFailure';
import { openGit, type GitReader } from '../../src/git/gitReader';
import { GitRepo } from '../support/gitRepo';

describe('readTree and readBlobs', () => {
  let repo: GitRepo;
  let git: GitReader;
  let log: string[];
  beforeEach(() => {
    repo = GitRepo.create();
    log = [];
    git = openGit({ binary: 'git', cwd: repo.dir, log: line => log.push(line) });
  });
  afterEach(() => repo.dispose());

  const bytes = Buffer.from([0, 255, 10, 13]);

  it('reads the files of folders at any revision', async () => {
    repo.commit({
      message: 'one',
      files: {
        'plan/a.md': 'a',
        'plan/tasks/deep/b.md': bytes,
        'planet/c.md': 'c',
        'src/plan/d.md': 'd',
        e: 'e',
      },
    });
    repo.tag('v1').commit({ message: 'two', files: { 'plan/a.md': null, 'plan/ü "x".md': 'n' } });

    const { files, missing } = await git.readTree('v1', ['plan/', './src/plan']);
    assert.deepEqual([...files.keys()].sort(), ['plan/a.md', 'plan/tasks/deep/b.md', 'src/plan/d.md']);
    assert.deepEqual(missing, []);
    assert.equal(files.get('plan/a.md'), repo.head('v1:plan/a.md'));
    assert.deepEqual([...(await git.readTree(repo.head(), ['plan'])).files.keys()].sort(), [
      'plan/tasks/deep/b.md',
      'plan/ü "x".md',
    ]);
    assert.equal((await git.readTree('main', [''])).files.size, 5);
    assert.deepEqual([...(await git.readTree('main', ['nowhere', 'e'])).files.keys()], ['e']);
    assert.equal(log.length, 4);

    const blobs = await git.readBlobs(files.values());
    assert.deepEqual(blobs.get(files.get('plan/tasks/deep/b.md') ?? ''), bytes);
    assert.equal(log.length, 5);
  });

  it('leaves out symbolic links and submodules', async () => {
    const hash = repo.commit({ message: 'one', files: { 'plan/a.md': 'a' } });
    const blob = repo.head('HEAD:plan/a.md');
    repo.git('update-index', '--add', '--cacheinfo', `120000,${blob},plan/link`);
    repo.git('update-index', '--add', '--cacheinfo', `160000,${hash},plan/sub`);
    repo.git('commit', '-q', '-m', 'two');
    assert.deepEqual([...(await git.readTree('HEAD', ['plan'])).files.keys()], ['plan/a.md']);
  });

  it('tells a revision that is not there', async () => {
    repo.commit('one');
    for (const revision of ['nope', 'f'.repeat(40), '', '--batch', 'a\nb', 'HEAD^{tree}:x']) {
      await assert.rejects(git.readTree(revision, ['plan']), error => {
        assert.ok(isGitFailure(error));
        assert.deepEqual(error.reason, { code: 'git-unknown-revision', args: [revision] });
        return true;
      });
    }
  });

  it('gives every id an entry: missing ones, trees and nonsense too', async () => {
    repo.commit({ message: 'one', files: { 'plan/a.md': 'a', empty: '' } });
    const [blob, empty, tree] = ['HEAD:plan/a.md', 'HEAD:empty', 'HEAD:plan'].map(name => repo.head(name));
    const missing = 'f'.repeat(40);
    const ids = [blob, missing, tree, 'x\ny', empty, blob].map(id => id ?? '');
    assert.deepEqual(
      await git.readBlobs(ids),
      new Map<string, Buffer | string>([
        [blob ?? '', Buffer.from('a')],
        [missing, 'missing'],
        [tree ?? '', 'missing'],
        ['x\ny', 'missing'],
        [empty ?? '', Buffer.alloc(0)],
      ]),
    );
    assert.equal((await git.readBlobs([])).size, 0);
  });

  it('does not fetch what a partial clone lacks', async () => {
    repo.git('config', 'uploadpack.allowFilter', 'true');
    repo.commit({ message: 'one', files: { 'plan/a.md': 'a' } });
    const clone = repo.clone('partial', '--filter=blob:none', '--no-checkout');
    const partial = openGit({ binary: 'git', cwd: clone.dir });
    const { files } = await partial.readTree('HEAD', ['plan']);
    const local = clone.write('new', 'here').git('hash-object', '-w', 'new');
    assert.deepEqual(
      [...(await partial.readBlobs([...files.values(), local])).values()],
      ['missing', Buffer.from('here')],
    );
  });

  it('names a folder whose tree is lost and reads the others', async () => {
    repo.commit({ message: 'one', files: { 'plan/x/a.md': 'a', 'plan/y/b.md': 'b' } });
    const tree = repo.head('HEAD:plan/x');
    rmSync(join(repo.dir, '.git/objects', tree.slice(0, 2), tree.slice(2)));
    const { files, missing } = await git.readTree('HEAD', ['plan']);
    assert.deepEqual([[...files.keys()], missing], [['plan/y/b.md'], ['plan/x']]);
  });

  it('reads many megabytes of blobs at once', async () => {
    const names = Array.from({ length: 200 }, (_, index) => `plan/${index}.md`);
    repo.commit({
      message: 'one',
      files: Object.fromEntries(names.map(name => [name, `${name}\n`.repeat(2000)])),
    });
    const { files } = await git.readTree('HEAD', ['plan']);
    const blobs = await git.readBlobs(files.values());
    for (const [path, id] of files) assert.equal(String(blobs.get(id)), `${path}\n`.repeat(2000));
    assert.equal(files.size, 200);
  });
});

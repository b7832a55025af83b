import assert from 'node:assert/strict';
import { statusBarModel } from '../../src/present/statusBar';
import { mainLineLines } from '../../src/present/tables/problemLines';
import { say } from '../../src/words/say';
import { GitRepo } from '../support/gitRepo';
import { StoreOnRepo } from '../support/storeOnRepo';

describe('the main line', () => {
  let repo: GitRepo;
  beforeEach(() => {
    repo = GitRepo.create();
    repo.commit({
      message: 'Plan',
      files: { 'plan/project.md': '---\nkey: APP\n---\n', 'plan/tasks/one.md': '---\nid: APP-1\n---\n' },
    });
  });
  afterEach(() => repo.dispose());

  async function told() {
    const { store } = await StoreOnRepo.open(repo);
    const { snapshot } = store;
    store.dispose();
    const bar = statusBarModel(snapshot);
    return {
      ref: snapshot.repos[0]?.history?.defaultBranch?.ref,
      lines: mainLineLines(snapshot),
      bar: bar && say(bar.text),
    };
  }

  it('is named where a remote called upstream has it, and can be set', async () => {
    assert.deepEqual(await told(), { ref: 'refs/heads/main', lines: [], bar: undefined });
    const ahead = repo.git('commit-tree', '-p', 'HEAD', '-m', 'Ahead', 'HEAD^{tree}');
    repo.git('update-ref', 'refs/remotes/upstream/main', ahead);
    const found = await told();
    assert.equal(found.ref, 'refs/remotes/upstream/main');
    assert.match(
      found.lines[0] ?? '',
      /^plan\/project\.md:1:1 info main-line Milepost takes upstream\/main for the default branch,/,
    );
    assert.equal(found.bar, 'measured against upstream/main');
    repo.write('plan/project.md', '---\nkey: APP\nbranch: upstream/main\n---\n');
    assert.deepEqual(await told(), { ref: 'refs/remotes/upstream/main', lines: [], bar: undefined });
  });

  it('is said to be unknown where no branch can be told to be it', async () => {
    repo.git('branch', '-m', 'one');
    repo.git('branch', 'two');
    const { ref, lines, bar } = await told();
    assert.deepEqual([ref, bar], [undefined, 'default branch unknown']);
    assert.match(lines[0] ?? '', /The default branch is not known/);
  });
});

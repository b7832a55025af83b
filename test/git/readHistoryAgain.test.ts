import assert from 'node:assert/strict';
import type { History } from '../../src/core/evidence/graph/history';
import { openGit } from '../../src/git/gitReader';
import { GitRepo } from '../support/gitRepo';

describe('readHistory with what is known', () => {
  let repo: GitRepo;
  beforeEach(() => {
    repo = GitRepo.create();
    repo.commit({ message: 'base', files: { a: '1' } });
    repo.branch('side').commit({ message: 'side', files: { s: '1' } });
    repo.checkout('main').commit({ message: 'main', files: { m: '1' } });
  });
  afterEach(() => repo.dispose());

  const read = (known?: History) =>
    openGit({ binary: 'git', cwd: repo.dir }).readHistory({ branchAgeDays: 100_000, known });

  const changes: Record<string, () => void> = {
    'a commit': () => void repo.commit({ message: 'more', files: { a: '2' } }),
    'an amended commit': () => void repo.git('commit', '-q', '--amend', '-m', 'amended'),
    'a branch removed': () => void repo.git('branch', '-D', 'side'),
    'a branch removed after its merge': () => {
      repo.merge('side');
      repo.git('branch', '-D', 'side');
    },
    'a rebase': () => repo.checkout('side').rebase('main'),
    'a reset': () => void repo.git('reset', '-q', '--hard', 'HEAD~1'),
    'a new root': () => {
      repo.git('checkout', '-q', '--orphan', 'other');
      repo.commit('other root');
    },
    'a checkout': () => repo.checkout('side'),
    'a branch renamed': () => void repo.git('branch', '-m', 'side', 'else'),
    'a squash': () => void repo.squash('side', 'squashed (#1)'),
    'packed refs': () => void repo.git('pack-refs', '--all'),
    'a fetch of nothing new': () => repo.write('.git/FETCH_HEAD', ''),
    'old commits collected as garbage': () => {
      repo.git('reset', '-q', '--hard', 'HEAD~1');
      repo.git('reflog', 'expire', '--expire=now', '--all');
      repo.git('gc', '-q', '--prune=now');
      repo.commit('after');
    },
  };
  for (const [name, change] of Object.entries(changes)) {
    it(`gives what a first reading gives after ${name}`, async () => {
      const known = await read();
      change();
      const [again, afresh] = [await read(known), await read()];
      assert.deepEqual(new Map([...again.commits].sort()), new Map([...afresh.commits].sort()));
      assert.deepEqual({ ...again, commits: 0 }, { ...afresh, commits: 0 });
    });
  }

  it('gives back the known history when nothing changed', async () => {
    const known = await read();
    assert.equal(await read(known), known);
    repo.git('pack-refs', '--all');
    assert.equal(await read(known), known);
  });

  it('keeps the commits, as the same objects, when only HEAD moved', async () => {
    const known = await read();
    repo.checkout('side');
    const again = await read(known);
    assert.notEqual(again, known);
    assert.equal(again.commits, known.commits);
  });
});

import assert from 'node:assert/strict';
import { openGit } from '../../../src/git/gitReader';
import type { History } from '../../../src/core/evidence/history';
import { GitRepo } from '../../support/gitRepo';

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
      files: { 'a.txt': 'a' },
      author: 'Bo <bo@example.org>',
      date: new Date(1_700_000_000_000),
      trailer: 'Task: APP-1',
    });
    const second = repo.commit({ message: 'Second', files: { 'a.txt': 'b', 'dir/b.txt': 'b' } });
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
          path: 'a.txt',
          status: 'A',
          before: '0'.repeat(40),
          after: repo.head(`${first}:a.txt`),
        },
      ],
    });
    assert.deepEqual(history.commits.get(second)?.parents, [first]);
    assert.deepEqual(
      history.commits.get(second)?.files.map(file => [file.status, file.path]),
      [
        ['M', 'a.txt'],
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
});

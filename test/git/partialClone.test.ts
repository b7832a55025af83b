import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isGitFailure } from '../../src/git/gitFailure';
import { openGit, type GitReader } from '../../src/git/gitReader';
import { newerGit, NEWER_WORDS } from '../support/faults/newerGit';
import { GitRepo } from '../support/gitRepo';

const ALL_AGES = { branchAgeDays: 100_000 };

/** What a git does when it lacks a tree; undefined for the one of this machine. */
const ENDINGS: Readonly<Record<string, string | undefined>> = {
  'as the git of this machine': undefined,
  'as 2.47 and 2.55': NEWER_WORDS,
  'in words that nobody has heard yet': 'echo "fatal: elsewhere: $id" >&2; exit 1',
  'by a signal': 'kill -SEGV $$',
};

describe('a partial clone without trees', () => {
  let repo: GitRepo;
  let clone: GitRepo;
  const make = (): void => {
    repo = GitRepo.create();
    repo.git('config', 'uploadpack.allowFilter', 'true');
    repo.commit({ message: 'one', files: { 'plan/a.md': 'a' } });
    repo.commit({ message: 'two', files: { 'plan/a.md': 'b' } });
    clone = repo.clone('partial', '--filter=tree:0', '--no-checkout');
  };

  const opened = (ending: string | undefined): GitReader => {
    const binary = ending === undefined ? 'git' : newerGit(join(dirname(repo.dir), 'bin'), ending);
    return openGit({ binary, cwd: clone.dir });
  };

  async function failureOf(answer: Promise<unknown>): Promise<string> {
    const error: unknown = await answer.then(
      value => value,
      reason => reason,
    );
    assert.ok(isGitFailure(error), String(error));
    return error.reason.code;
  }

  describe('as it was made', () => {
    before(make);
    after(() => repo.dispose());

    for (const [name, ending] of Object.entries(ENDINGS)) {
      it(`is read where git ends ${name}, and nothing is called damage`, async () => {
        const git = opened(ending);
        const { commits, withoutFiles } = await git.readHistory(ALL_AGES);
        assert.deepEqual(
          [...commits.values()].map(({ message, files }) => [message, files]),
          [
            ['two', []],
            ['one', []],
          ],
        );
        assert.equal(withoutFiles, true);
        const prefix = repo.head().slice(0, 12);
        assert.equal((await git.readNamedCommits([prefix])).get(prefix)?.message, 'two');
        const { files, missing } = await git.readTree('HEAD', ['plan', 'docs/']);
        assert.deepEqual([[...files], missing], [[], ['plan', 'docs']]);
        const blob = repo.head('HEAD:plan/a.md');
        assert.deepEqual(await git.readBlobs([blob]), new Map([[blob, 'missing']]));
        assert.equal(await failureOf(git.readTree('nope', ['plan'])), 'git-unknown-revision');
        assert.equal(await failureOf(git.readPatchIds([{ commit: repo.head() }])), 'git-failed');
      });
    }
  });

  describe('and changed', () => {
    beforeEach(make);
    afterEach(() => repo.dispose());

    it('has folders that are here beside those that are not', async () => {
      const other = repo.commit({ message: 'three', files: { 'plan/b/c.md': 'c', 'plan/d/e.md': 'e' } });
      for (const revision of [other, `${other}^{tree}`, `${other}:plan`, `${other}:plan/b`]) {
        const id = repo.head(revision);
        const object = join('.git/objects', id.slice(0, 2), id.slice(2));
        clone.write(object, readFileSync(join(repo.dir, object)));
      }
      for (const ending of [undefined, NEWER_WORDS]) {
        const { files, missing } = await opened(ending).readTree(other, ['plan']);
        assert.deepEqual([[...files.keys()], missing], [['plan/a.md', 'plan/b/c.md'], ['plan/d']]);
      }
    });

    it('is one by its configuration alone', async () => {
      const git = opened(NEWER_WORDS);
      const unset = (...names: string[]): void =>
        names.forEach(name => void clone.git('config', '--unset-all', name));
      clone.git('config', 'extensions.partialclone', 'origin');
      unset('remote.origin.promisor', 'remote.origin.partialclonefilter');
      assert.equal((await git.readHistory(ALL_AGES)).commits.size, 2);
      unset('extensions.partialclone');
      assert.equal(await failureOf(git.readHistory(ALL_AGES)), 'git-damaged');
      clone.git('config', 'remote.other.promisor', 'false');
      assert.equal(await failureOf(git.readHistory(ALL_AGES)), 'git-damaged');
      clone
        .write('.git/config.more', '[remote "a.b"]\n\tpromisor\n')
        .git('config', 'include.path', 'config.more');
      assert.equal((await git.readHistory(ALL_AGES)).commits.size, 2);
    });

    it('can be damaged all the same', async () => {
      const hash = clone.git('commit-tree', '-m', 'three', '-p', 'HEAD', 'HEAD^{tree}');
      const last = clone.git('commit-tree', '-m', 'four', '-p', hash, 'HEAD^{tree}');
      clone.git('update-ref', 'refs/heads/main', last);
      const object = join(clone.dir, '.git/objects', hash.slice(0, 2), hash.slice(2));
      rmSync(object);
      writeFileSync(object, 'corrupt');
      for (const ending of [undefined, NEWER_WORDS]) {
        assert.equal(await failureOf(opened(ending).readHistory(ALL_AGES)), 'git-damaged');
      }
    });
  });
});

import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { isGitFailure, type GitReason } from '../../src/git/gitFailure';
import { openGit, type GitReader } from '../../src/git/gitReader';
import { GitRepo } from '../support/gitRepo';

const SOON_MS = 300;

describe('a git that misbehaves', () => {
  let repo: GitRepo;
  beforeEach(() => {
    repo = GitRepo.create();
    repo.commit({ message: 'one', files: { a: '1' } });
    repo.commit({ message: 'two', files: { a: '2' } });
  });
  afterEach(() => repo.dispose());

  /** A reader whose git is a script; `$command` is the subcommand, and `real` runs the real git. */
  function opened(script: string, timeoutMs = 60_000): GitReader {
    const lines = [
      '#!/bin/sh',
      'command=$(for word; do case "$word" in rev-parse|for-each-ref|log|cat-file) echo "$word"; break;; esac; done)',
      'real() { git "$@"; }',
      script,
    ];
    repo.write('fake-git', `${lines.join('\n')}\n`);
    const binary = join(repo.dir, 'fake-git');
    chmodSync(binary, 0o755);
    return openGit({ binary, cwd: repo.dir, timeoutMs });
  }

  const only = (command: string, deed: string): string =>
    `if [ "$command" = ${command} ]; then ${deed}; else real "$@"; fi`;

  async function reasonOf(answer: Promise<unknown>): Promise<GitReason> {
    const error: unknown = await answer.then(
      value => value,
      reason => reason,
    );
    assert.ok(isGitFailure(error), String(error));
    return error.reason;
  }

  const history = (git: GitReader) => git.readHistory({ branchAgeDays: 100_000 });

  it('works through the script when it behaves', async () => {
    assert.equal((await history(opened('real "$@"'))).commits.size, 2);
  });

  for (const command of ['rev-parse', 'for-each-ref', 'log']) {
    it(`hangs in ${command}: ends with a timeout`, async () => {
      const hanging = (patience: number) => opened(only(command, 'exec sleep 600'), patience);
      let reason = await reasonOf(history(hanging(SOON_MS)));
      // On a slow machine that may be too short for the commands before.
      for (let patience = SOON_MS; reason.args[0] !== command && patience < 60_000; patience *= 4) {
        reason = await reasonOf(history(hanging(patience)));
      }
      assert.deepEqual(reason, { code: 'git-timeout', args: [command] });
    });

    it(`prints garbage in ${command}: fails`, async () => {
      const git = opened(only(command, "printf 'what\\0is\\nthis\\n'"));
      const reason = await reasonOf(history(git));
      assert.deepEqual([reason.code, reason.args[0]], ['git-failed', command]);
    });

    it(`dies in ${command}: fails with its words`, async () => {
      const git = opened(only(command, 'echo "fatal: the disk is on fire" >&2; exit 128'));
      assert.deepEqual(await reasonOf(history(git)), {
        code: 'git-failed',
        args: [command, 'fatal: the disk is on fire'],
      });
    });
  }

  /** However the first listing of refs goes wrong: what a git does that reads objects there. */
  const LISTINGS: Readonly<Record<string, string>> = {
    'is killed': 'kill -9 $$',
    crashes: 'kill -SEGV $$',
    'ends with words that nobody has heard yet': 'echo "fatal: no luck with this one" >&2; exit 1',
    'ends without a word': 'exit 128',
    'ends in the middle': 'printf refs/heads/main',
    'prints garbage': 'echo garbage',
  };
  for (const [name, deed] of Object.entries(LISTINGS)) {
    it(`${name} when it lists refs with their objects: lists them without`, async () => {
      const tip = repo.head();
      repo.write('.git/refs/heads/lost', `${'1'.repeat(40)}\n`);
      const git = opened(`case "$command $*" in for-each-ref*objecttype*) ${deed};; *) real "$@";; esac`);
      const { branches, brokenRefs, commits } = await history(git);
      assert.deepEqual([branches.map(branch => branch.tip), brokenRefs], [[tip], ['refs/heads/lost']]);
      assert.equal(commits.size, 2);
    });
  }

  it('hangs when it lists refs with their objects: lists them without', async () => {
    const script = 'case "$command $*" in for-each-ref*objecttype*) exec sleep 600;; *) real "$@";; esac';
    let size = 0;
    for (let patience = SOON_MS; size === 0 && patience < 60_000; patience *= 4) {
      const { commits } = await history(opened(script, patience)).catch(() => ({ commits: new Map() }));
      size = commits.size;
    }
    assert.equal(size, 2);
  });

  it('is killed half-way through the log: no half history', async () => {
    const git = opened(only('log', 'real "$@" | head -c 200; kill -9 $$'));
    assert.deepEqual(await reasonOf(history(git)), {
      code: 'git-failed',
      args: ['log', 'ended by a signal'],
    });
  });

  it('ends the log between two commits and says that all is well: no half history', async () => {
    const git = opened(only('log', 'real "$@" --max-count=1'));
    assert.deepEqual(await reasonOf(history(git)), {
      code: 'git-failed',
      args: ['log', 'incomplete output'],
    });
  });

  it('gives no or half an object', async () => {
    const half = opened(only('cat-file', `printf '${'a'.repeat(40)} tree 9\\nhalf'`));
    assert.equal((await reasonOf(half.readTree('HEAD', ['']))).code, 'git-failed');
    const none = opened(only('cat-file', 'exit 0'));
    assert.equal((await reasonOf(none.readTree('HEAD', ['']))).code, 'git-failed');
    const garbage = opened(only('cat-file', 'yes'));
    assert.equal((await reasonOf(garbage.readBlobs(['f'.repeat(40)]))).code, 'git-failed');
    const hangs = opened(only('cat-file', 'sleep 5'), SOON_MS);
    assert.equal((await reasonOf(hangs.readTree('HEAD', ['']))).code, 'git-timeout');
  });

  it('does not trust the folder', async () => {
    const words = "fatal: detected dubious ownership in repository at '/x'";
    const git = opened(`echo "${words}" >&2; exit 128`);
    assert.equal((await reasonOf(git.locate())).code, 'git-unsafe-directory');
    assert.equal((await reasonOf(git.readTree('HEAD', ['']))).code, 'git-unsafe-directory');
  });

  it('stops at once when aborted, and says so by the reason of the signal', async () => {
    for (const command of ['rev-parse', 'for-each-ref', 'log', 'cat-file']) {
      const git = opened(only(command, 'sleep 5'));
      const stop = new AbortController();
      const { signal } = stop;
      const answer =
        command === 'cat-file'
          ? git.readTree('HEAD', [''], signal)
          : git.readHistory({ branchAgeDays: 90, signal });
      setTimeout(() => stop.abort(), SOON_MS);
      await assert.rejects(answer, { name: 'AbortError' }, command);
    }
    const stopped = AbortSignal.abort();
    await assert.rejects(opened('real "$@"').locate(stopped), { name: 'AbortError' });
    await assert.rejects(opened('real "$@"').readBlobs(['f'.repeat(40)], stopped), { name: 'AbortError' });
  });
});

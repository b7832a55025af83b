import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openGit } from '../../src/git/gitReader';
import { safeEnvironment } from '../../src/git/safeGit';
import { GitRepo } from '../support/gitRepo';

describe('what a partial clone lacks is not fetched', () => {
  let repo: GitRepo;
  let clone: GitRepo;
  let trace: string;
  beforeEach(() => {
    repo = GitRepo.create();
    repo.git('config', 'uploadpack.allowFilter', 'true');
    repo.commit({ message: 'one', files: { 'plan/a.md': 'a' } });
    repo.commit({ message: 'two', files: { 'plan/a.md': 'b' } });
    clone = repo.clone('partial', '--filter=tree:0', '--no-checkout');
    trace = join(dirname(repo.dir), 'it-ran');
  });
  afterEach(() => repo.dispose());

  function program(name: string, deed: string): string {
    const path = join(dirname(repo.dir), name);
    writeFileSync(path, `#!/bin/sh\n${deed}\n`);
    chmodSync(path, 0o755);
    return path;
  }

  /** Reads with nothing but GIT_ALLOW_PROTOCOL in the way, then lets plain git do what it would. */
  async function assertGuarded(hasHappened: () => boolean): Promise<void> {
    // As a git that does not know the variable.
    const old = program('git', `unset GIT_NO_LAZY_FETCH\nPATH='${process.env.PATH}' exec git "$@"`);
    const git = openGit({ binary: old, cwd: clone.dir });
    const blob = repo.head('HEAD:plan/a.md');
    const asked: readonly (() => Promise<unknown>)[] = [
      () => git.readHistory({ branchAgeDays: 100_000 }),
      () => git.readTree('HEAD', ['plan']),
      () => git.readBlobs([blob]),
      () => git.readPatchIds([{ commit: repo.head() }]),
      () => git.readIdLines('plan', undefined),
    ];
    // Some cannot be answered. What matters is what git did to find that out.
    for (const ask of asked) await ask().catch(() => undefined);
    assert.ok(!hasHappened(), 'it happened');
    // It fails where the program that ran brought nothing.
    spawnSync('git', ['cat-file', '-e', blob], { cwd: clone.dir });
    assert.ok(hasHappened(), 'git itself would not have done it');
  }

  it('from a folder', async () => {
    const objects = (): string => clone.gitWith({ GIT_NO_LAZY_FETCH: '1' }, 'count-objects', '-v');
    const before = objects();
    await assertGuarded(() => objects() !== before);
  });

  it('by a program that a URL names', async () => {
    clone.git('config', 'remote.origin.url', `ext::${program('helper', `echo ran >> '${trace}'`)}`);
    clone.git('config', 'protocol.ext.allow', 'always');
    await assertGuarded(() => existsSync(trace));
  });

  for (const name of ['none', '']) {
    it(`by a program that an alias makes of the protocol "${name}"`, async () => {
      clone.git('config', 'remote.origin.vcs', name);
      clone.git('config', 'protocol.allow', 'always');
      clone.git('config', `alias.remote-${name}`, `!echo ran >> '${trace}'; exit 1`);
      await assertGuarded(() => existsSync(trace));
    });
  }

  it('from where bundles are said to be', async function () {
    if (/^git version 2\.(?:[0-9]|[1-3][0-9])\./.test(repo.git('--version'))) {
      console.log('      skipped: this git knows no fetch.bundleURI');
      return this.skip();
    }
    repo.git('bundle', 'create', '-q', '../all.bundle', '--all');
    clone.git('config', 'fetch.bundleURI', join(dirname(repo.dir), 'all.bundle'));
    await assertGuarded(() => clone.git('for-each-ref', 'refs/bundles') !== '');
  });

  it('because the protocol that is allowed has a name that no repository can know', () => {
    const { GIT_ALLOW_PROTOCOL: name } = safeEnvironment({ GIT_ALLOW_PROTOCOL: 'file' });
    assert.match(name ?? '', /^_[0-9a-f-]{36}$/);
  });
});

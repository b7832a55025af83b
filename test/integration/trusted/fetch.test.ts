import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { ExtensionUnderTest } from '../../support/extensionUnderTest';
import { untilGitKnows } from '../../support/untilGitKnows';

describe('the button that fetches', () => {
  const parent = mkdtempSync(join(tmpdir(), 'milepost-fetch-'));
  const server = join(parent, 'server.git');
  const other = join(parent, 'other');
  let milepost: ExtensionUnderTest;

  before(async () => {
    milepost = await ExtensionUnderTest.open();
    await milepost.untilLine('milestones', 'TEA-4 Take payments');
    execFileSync('git', ['clone', '-q', '--bare', milepost.folder.fsPath, server]);
    execFileSync('git', ['clone', '-q', '-b', 'main', server, other]);
    milepost.git('remote', 'add', 'origin', server);
    milepost.git('fetch', '--quiet', 'origin');
    await untilGitKnows(milepost.folder);
  });

  after(() => {
    milepost.git('remote', 'remove', 'origin');
    rmSync(parent, { recursive: true, force: true });
  });

  it('brings what others have pushed, by the git extension', async () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', other, ...args], { encoding: 'utf8' }).trim();
    const who = ['-c', 'user.name=Li', '-c', 'user.email=li@example.org', '-c', 'commit.gpgSign=false'];
    git(...who, 'commit', '-q', '--allow-empty', '-m', 'From elsewhere');
    git('push', '-q', 'origin', 'main');
    const { store } = await milepost.api.load();
    const [facts] = store.snapshot.plans;
    assert.ok(facts?.repo !== undefined, 'the plan has no repository');
    const { repo } = facts;
    await vscode.commands.executeCommand('milepost.fetch', { kind: 'plan', plan: facts.plan.uid, repo });
    const history = store.snapshot.repos.find(({ top }) => top === repo)?.history;
    assert.equal(history?.defaultBranch?.tip, git('rev-parse', 'HEAD'));
    assert.ok(history.fetched !== undefined);
  });
});

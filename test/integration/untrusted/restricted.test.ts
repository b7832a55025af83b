import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { ExtensionUnderTest } from '../../support/extensionUnderTest';
import { openingSample } from '../../support/openingSample';

describe('Restricted Mode', () => {
  it('is what this suite runs in', () => {
    assert.equal(vscode.workspace.isTrusted, false);
    assert.equal(vscode.extensions.getExtension('vscode.git'), undefined);
  });

  it('still lets the extension activate', async () => {
    const extension = vscode.extensions.getExtension('milepost.milepost');
    assert.ok(extension, 'the extension is not there');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('shows the plan, and asks git nothing', async () => {
    const milepost = await ExtensionUnderTest.open();
    await milepost.untilLine('milestones', 'TEA-4 Take payments');
    assert.deepEqual(await milepost.lines('currentWork'), []);
    const { store } = await milepost.api.load();
    const snapshot = await store.whenIdle();
    assert.equal(snapshot.withoutGit?.code, 'git-untrusted');
    assert.deepEqual(snapshot.repos, []);
  });

  it('writes the sample project without commits, says so, and opens it', async () => {
    const parent = mkdtempSync(join(tmpdir(), 'milepost-open-sample-'));
    const { opened, warnings } = await openingSample(vscode.Uri.file(parent));
    const folder = join(parent, 'milepost-sample');
    assert.match(warnings.join(), /It has no commits, because git is not used in Restricted Mode/);
    assert.deepEqual(opened, [[folder, { forceNewWindow: true }]]);
    assert.ok(!readdirSync(folder).includes('.git'));
    assert.ok(readdirSync(folder).includes('plan'));
    rmSync(parent, { recursive: true });
  });

  it('follows an edit, is refreshed and opens the panel, and no git was ever started', async () => {
    const runs = (): string => readFileSync(process.env.MILEPOST_GIT_RUNS ?? '', 'utf8');
    const milepost = await ExtensionUnderTest.open();
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(milepost.uri('plan/tasks/new.md'), {
      contents: new TextEncoder().encode('---\nid: TEA-99\ntitle: Boil water\n---\n'),
    });
    assert.ok(await vscode.workspace.applyEdit(edit));
    await milepost.untilLine('milestones', 'TEA-99 Boil water');
    await vscode.commands.executeCommand('milepost.refresh');
    await vscode.commands.executeCommand('milepost.openProgress');
    const { store } = await milepost.api.load();
    await store.whenIdle();
    assert.equal(runs(), '');
    // The record would have shown it.
    milepost.git('--version');
    assert.equal(runs(), '--version\n');
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { ExtensionUnderTest } from '../../support/extensionUnderTest';

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

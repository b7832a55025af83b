import assert from 'node:assert/strict';
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
});

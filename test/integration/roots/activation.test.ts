import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { GitRepo } from '../../support/gitRepo';
import { showFolders } from '../../support/windowFolders';

/** Runs first: afterwards the extension is active. */
describe('activation', () => {
  const repo = GitRepo.create();
  let extension: vscode.Extension<unknown> | undefined;

  before(() => {
    extension = vscode.extensions.getExtension('milepost.milepost');
    assert.ok(extension, 'the extension is not there');
  });

  after(async () => {
    await showFolders();
    repo.dispose();
  });

  it('does not come about in a window without a plan', () => {
    assert.equal(extension?.isActive, false);
  });

  it('comes about when a folder with a plan joins the window', async () => {
    const files = { 'openspec/changes/add-it/tasks.md': '## 1. It\n\n- [ ] 1.1 Add it\n' };
    repo.commit({ message: 'Plan', files });
    await showFolders(vscode.Uri.file(repo.dir));
    // Nothing tells of an activation, so this asks on; every question is a turn of the editor.
    while (!extension?.isActive) await vscode.commands.getCommands();
  });
});

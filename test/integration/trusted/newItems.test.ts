import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { acceptFirst } from '../../support/acceptFirst';
import { answering } from '../../support/answering';
import { ExtensionUnderTest } from '../../support/extensionUnderTest';

describe('new items', () => {
  let milepost: ExtensionUnderTest;
  const inline = 'plan/milestones/opening.md';

  before(async () => {
    milepost = await ExtensionUnderTest.open();
    await milepost.untilLine('milestones', 'TEA-4 Take payments');
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('a task on a milestone: a line of its file that is saved and shown', async () => {
    const before = readFileSync(milepost.uri(inline).fsPath, 'utf8');
    const { store } = await milepost.api.load();
    const plan = store.snapshot.plans[0]?.plan;
    const subject = { kind: 'milestone', plan: plan?.uid, uid: plan?.milestones[0]?.uid };
    await answering(['Sweep the floor'], async () => {
      await vscode.commands.executeCommand('milepost.newTask', subject);
    });
    await milepost.untilLine('milestones', 'TEA-5 Sweep the floor');
    const after = readFileSync(milepost.uri(inline).fsPath, 'utf8');
    assert.equal(after, `${before.trimEnd()}\n- [ ] TEA-5 Sweep the floor\n`);
    const editor = vscode.window.activeTextEditor;
    assert.match(editor?.document.lineAt(editor.selection.active.line).text ?? '', /TEA-5/);
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('workbench.action.files.save');
    assert.equal(readFileSync(milepost.uri(inline).fsPath, 'utf8'), before);
  });

  it('a risk: a file with the levels that were picked', async () => {
    await answering(['The van: late?'], async () => {
      await acceptFirst(vscode.commands.executeCommand('milepost.newRisk'));
    });
    await milepost.untilLine('risks', 'R-2 The van: late?');
    const file = milepost.uri('plan/risks/the-van-late.md');
    assert.match(readFileSync(file.fsPath, 'utf8'), /probability: 1\nimpact: 1\n/);
    await vscode.workspace.fs.delete(file);
    assert.equal(existsSync(file.fsPath), false);
    await milepost.until('no such risk', async () => !(await milepost.lines('risks')).join().includes('R-2'));
  });

  it('a milestone, and none when the title is not given', async () => {
    await answering([], async () => {
      await vscode.commands.executeCommand('milepost.newMilestone');
    });
    await answering(['Second shop', '2031-10-01'], async () => {
      await vscode.commands.executeCommand('milepost.newMilestone');
    });
    await milepost.untilLine('milestones', 'Second shop | not started · 1 Oct 2031');
    await vscode.workspace.fs.delete(milepost.uri('plan/milestones/second-shop.md'));
  });
});

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { answering } from '../../support/answering';
import { ExtensionUnderTest } from '../../support/extensionUnderTest';
import { picking } from '../../support/picking';

describe('undo', () => {
  let milepost: ExtensionUnderTest;

  before(async () => {
    milepost = await ExtensionUnderTest.open();
    await milepost.untilLine('milestones', 'TEA-4 Take payments');
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const read = (file: string): string => readFileSync(milepost.uri(file).fsPath, 'utf8');

  const FILES = ['plan/milestones/opening.md', 'plan/tasks/tea-4.md'];
  const texts = (): readonly string[] => FILES.map(read);

  /** Sets two tasks of two files to done, by one command. */
  async function finishTwo(): Promise<void> {
    const { store } = await milepost.api.load();
    const plan = store.snapshot.plans[0]?.plan;
    const tasks = plan?.tasks.filter(({ id }) => ['TEA-2', 'TEA-4'].includes(id)) ?? [];
    const subjects = tasks.map(({ uid }) => ({ kind: 'task', plan: plan?.uid, uid }));
    await picking('Done', () => vscode.commands.executeCommand('milepost.setStatus', subjects[0], subjects));
  }

  it('takes back what one gesture has changed in two files, and saves them', async () => {
    const before = texts();
    await finishTwo();
    texts().forEach((text, index) => assert.notEqual(text, before[index], FILES[index]));
    await vscode.commands.executeCommand('milepost.undo');
    assert.deepEqual(texts(), before);
  });

  it('takes nothing back where one of the texts has changed since', async () => {
    const before = texts();
    await finishTwo();
    const done = texts();
    const document = await vscode.workspace.openTextDocument(milepost.uri('plan/tasks/tea-4.md'));
    const more = new vscode.WorkspaceEdit();
    more.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, 'more');
    await vscode.workspace.applyEdit(more);
    await vscode.commands.executeCommand('milepost.undo');
    assert.deepEqual(texts(), done);
    assert.match(document.getText(), /more$/);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('milepost.undo');
    assert.deepEqual(texts(), before);
    assert.equal(document.isDirty, false);
  });

  it('takes a new file away', async () => {
    await answering(['Third shop'], async () => {
      await picking(['2031-10-01', 'Nobody yet'], () =>
        vscode.commands.executeCommand('milepost.newMilestone'),
      );
    });
    const file = milepost.uri('plan/milestones/third-shop.md').fsPath;
    assert.ok(existsSync(file));
    await vscode.commands.executeCommand('milepost.undo');
    assert.equal(existsSync(file), false);
  });
});

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { acceptFirst } from '../../support/acceptFirst';
import { answering } from '../../support/answering';
import { ExtensionUnderTest } from '../../support/extensionUnderTest';

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

  /** Sets two tasks of two files to the first status of the plan, by one command. */
  async function setTwo(): Promise<readonly string[]> {
    const { store } = await milepost.api.load();
    const plan = store.snapshot.plans[0]?.plan;
    const [first] = plan?.settings.statuses ?? [];
    const others = plan?.tasks.filter(({ status }) => status !== first?.name) ?? [];
    const tasks = [others[0], others.find(({ file }) => file !== others[0]?.file)];
    const subjects = tasks.map(task => ({ kind: 'task', plan: plan?.uid, uid: task?.uid }));
    await acceptFirst(vscode.commands.executeCommand('milepost.setStatus', subjects[0], subjects));
    return tasks.map(task => task?.file ?? '');
  }

  it('takes back what one gesture has changed in two files, and saves them', async () => {
    const { store } = await milepost.api.load();
    const before = new Map(store.snapshot.plans[0]?.plan.files.map(file => [file, read(file)]));
    const files = await setTwo();
    assert.equal(new Set(files).size, 2);
    files.forEach(file => assert.notEqual(read(file), before.get(file), file));
    await vscode.commands.executeCommand('milepost.undo');
    before.forEach((text, file) => assert.equal(read(file), text, file));
  });

  it('takes nothing back where one of the texts has changed since', async () => {
    const [file = '', other = ''] = await setTwo();
    const document = await vscode.workspace.openTextDocument(milepost.uri(file));
    const more = new vscode.WorkspaceEdit();
    more.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, 'more');
    await vscode.workspace.applyEdit(more);
    const now = read(other);
    await vscode.commands.executeCommand('milepost.undo');
    assert.equal(read(other), now);
    assert.ok(document.isDirty);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('milepost.undo');
    assert.notEqual(read(other), now);
    assert.equal(document.isDirty, false);
  });

  it('takes a new file away', async () => {
    await answering(['Third shop', '2031-10-01'], async () => {
      await vscode.commands.executeCommand('milepost.newMilestone');
    });
    const file = milepost.uri('plan/milestones/third-shop.md').fsPath;
    assert.ok(existsSync(file));
    await vscode.commands.executeCommand('milepost.undo');
    assert.equal(existsSync(file), false);
  });
});

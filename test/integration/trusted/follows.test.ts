import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { acceptFirst } from '../../support/acceptFirst';
import { ExtensionUnderTest } from '../../support/extensionUnderTest';

/** The steps build on each other, as a day's work does. */
describe('trees and status bar follow', () => {
  let milepost: ExtensionUnderTest;
  const inline = 'plan/milestones/opening.md';

  before(async () => {
    milepost = await ExtensionUnderTest.open();
    await milepost.untilLine('milestones', 'TEA-4 Take payments');
    await milepost.untilLine('currentWork', 'main | default branch');
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('show the plan as it is opened', async () => {
    await milepost.untilLine('milestones', 'on track');
    const lines = await milepost.lines('milestones');
    assert.match(lines[0] ?? '', /^Opening \| on track · 14 Mar 2031 · 37%$/);
    assert.ok(lines.includes('    Acceptance criteria | 1/2 done'), lines.join('\n'));
    assert.deepEqual((await milepost.lines('risks'))[0], '12 · The harvest is late | high · R-1');
    assert.equal(milepost.api.statusBar(), undefined);
  });

  it('a branch that is checked out in a shell', async () => {
    milepost.git('checkout', '--quiet', '-b', 'feature/TEA-4-payments');
    await milepost.until(
      'status bar',
      () => milepost.api.statusBar() === '$(milestone) TEA-4 Take payments · on track',
    );
    await milepost.untilLine('currentWork', 'feature/TEA-4-payments');
  });

  it('commits from a shell, with and without a task', async () => {
    writeFileSync(milepost.uri('pay.ts').fsPath, 'export {};\n');
    milepost.git('add', 'pay.ts');
    milepost.git('commit', '--quiet', '--no-gpg-sign', '--message=TEA-4 Take cards');
    await milepost.untilLine('milestones', 'TEA-4 Take cards');
    await milepost.untilLine('currentWork', 'TEA-4 Take payments · has commits · To do · 1 commit');
  });

  it('a plan file that is changed on disk', async () => {
    const file = milepost.uri(inline).fsPath;
    writeFileSync(file, readFileSync(file, 'utf8').replace('Print the labels', 'Print the stickers'));
    await milepost.untilLine('milestones', 'TEA-2 Print the stickers');
  });

  it('a keystroke in an editor that is not saved, and taking it back', async () => {
    const document = await vscode.workspace.openTextDocument(milepost.uri(inline));
    const editor = await vscode.window.showTextDocument(document);
    const at = document.positionAt(document.getText().indexOf('Pack the first'));
    await editor.edit(edit => edit.insert(at, 'Carefully '));
    await milepost.untilLine('milestones', 'TEA-3 Carefully Pack the first parcel');
    assert.equal(document.isDirty, true);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await milepost.untilLine('milestones', 'TEA-3 Pack the first parcel');
  });

  it('a status that is picked: one character of the file changes, and it is saved', async () => {
    const before = readFileSync(milepost.uri(inline).fsPath, 'utf8');
    await setFirstStatus('TEA-2');
    const after = readFileSync(milepost.uri(inline).fsPath, 'utf8');
    assert.equal(after, before.replace('- [/] TEA-2', '- [ ] TEA-2'));
  });

  it('a status that is picked while the file has unsaved text, which stays unsaved', async () => {
    const before = readFileSync(milepost.uri(inline).fsPath, 'utf8');
    const document = await vscode.workspace.openTextDocument(milepost.uri(inline));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit(edit => edit.insert(document.positionAt(document.getText().length), '\nA note\n'));
    await setFirstStatus('TEA-1');
    assert.equal(document.isDirty, true);
    assert.equal(document.getText(), `${before}\nA note\n`.replace('- [x] TEA-1', '- [ ] TEA-1'));
    assert.equal(readFileSync(milepost.uri(inline).fsPath, 'utf8'), before);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('a commit that is linked by hand, and unlinked again', async () => {
    milepost.git('checkout', '--quiet', '-b', 'spike', 'main');
    writeFileSync(milepost.uri('spike.ts').fsPath, 'export {};\n');
    milepost.git('add', 'spike.ts');
    milepost.git('commit', '--quiet', '--no-gpg-sign', '--message=Try another bank');
    await milepost.untilLine('currentWork', 'Try another bank');
    const { store } = await milepost.api.load();
    const plan = store.snapshot.plans[0];
    const commit = {
      kind: 'commit',
      plan: plan?.plan.uid,
      repo: plan?.repo,
      hash: milepost.git('rev-parse', 'HEAD'),
    };
    await acceptFirst(vscode.commands.executeCommand('milepost.linkCommit', commit));
    const target = () =>
      store.snapshot.plans[0]?.evidence?.byCommit
        .get(commit.hash)
        ?.find(({ evidence }) => evidence === 'manual');
    await milepost.until('a link by hand', () => target() !== undefined);
    const uid = store.snapshot.plans[0]?.plan.tasks.find(({ key }) => key === target()?.task)?.uid;
    await vscode.commands.executeCommand('milepost.unlinkCommit', { ...commit, task: uid });
    await milepost.until('no link', () => target() === undefined);
  });

  it('a link whose commit is amended, and which is then written as it is now', async () => {
    writeFileSync(milepost.uri('bank.ts').fsPath, 'export {};\n');
    milepost.git('add', 'bank.ts');
    milepost.git('commit', '--quiet', '--no-gpg-sign', '--message=Ask the bank');
    const hash = milepost.git('rev-parse', 'HEAD');
    await milepost.untilLine('currentWork', 'Ask the bank');
    const { store } = await milepost.api.load();
    const facts = () => store.snapshot.plans[0];
    const commit = { kind: 'commit', plan: facts()?.plan.uid, repo: facts()?.repo, hash };
    await acceptFirst(vscode.commands.executeCommand('milepost.linkCommit', commit));
    await milepost.until('a link by hand', () => facts()?.evidence?.byCommit.has(hash) ?? false);

    milepost.git('commit', '--quiet', '--no-gpg-sign', '--amend', '--message=Ask two banks');
    const amended = milepost.git('rev-parse', 'HEAD');
    const lost = () => facts()?.evidence?.lost.find(({ link }) => hash.startsWith(link.hash));
    await milepost.until('the new hash', () => lost()?.foundAs === amended);
    await milepost.untilLine('risks', 'A linked commit was rewritten');
    const task = facts()?.plan.tasks.find(({ key }) => key === lost()?.task);
    assert.ok(task);
    const before = readFileSync(milepost.uri(task.file).fsPath, 'utf8');
    await vscode.commands.executeCommand('milepost.updateLinks', {
      kind: 'task',
      plan: commit.plan,
      uid: task.uid,
    });
    await milepost.until('nothing lost', () => lost() === undefined);
    const after = readFileSync(milepost.uri(task.file).fsPath, 'utf8');
    assert.equal(after, before.replace(hash.slice(0, 12), amended.slice(0, 12)));
  });

  it('a branch that was squashed, once it is asked about', async () => {
    milepost.git('checkout', '--quiet', 'main');
    milepost.git('merge', '--quiet', '--squash', 'feature/TEA-4-payments');
    milepost.git('commit', '--quiet', '--no-gpg-sign', '--message=Payments (#4)');
    const squash = milepost.git('rev-parse', 'HEAD');
    const { store } = await milepost.api.load();
    const facts = () => store.snapshot.plans[0];
    const branch = 'feature/TEA-4-payments';
    await milepost.until('the squash', () => store.snapshot.repos[0]?.history?.commits.has(squash) ?? false);
    const merged = () => facts()?.evidence?.branches.some(link => link.branch === branch && link.merged);
    assert.equal(merged(), false);
    const subject = { kind: 'branch', plan: facts()?.plan.uid, repo: facts()?.repo, branch };
    await vscode.commands.executeCommand('milepost.checkMerged', subject);
    assert.equal(merged(), true);
    await milepost.untilLine('milestones', `${branch} | merged`);
  });

  /** `To do`, the first of the plan's statuses. */
  async function setFirstStatus(id: string): Promise<void> {
    const plan = (await milepost.api.load()).store.snapshot.plans[0]?.plan;
    const uid = plan?.tasks.find(task => task.id === id)?.uid;
    const subject = { kind: 'task', plan: plan?.uid, uid };
    await acceptFirst(vscode.commands.executeCommand('milepost.setStatus', subject));
  }
});

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { answering } from '../../support/answering';
import { ExtensionUnderTest } from '../../support/extensionUnderTest';
import { picking } from '../../support/picking';
import { typing } from '../../support/typing';

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

  it('tasks one after the other, each with what was typed of it and an undo of its own', async () => {
    const before = readFileSync(milepost.uri(inline).fsPath, 'utf8');
    const { store } = await milepost.api.load();
    const plan = store.snapshot.plans[0]?.plan;
    const subject = { kind: 'milestone', plan: plan?.uid, uid: plan?.milestones[0]?.uid };
    await typing(
      () => vscode.commands.executeCommand('milepost.newTask', subject),
      async list => {
        list.type('Sweep the floor due:someday');
        assert.equal(list.labels()[0], 'Not understood: due:someday');
        list.accept();
        assert.equal(list.value, 'Sweep the floor due:someday');
        list.type('Sweep the floor @pat est:2d due:24 dec 2031 after:TEA-4');
        const said = ['Assignees: @pat', 'Estimate: 2d', 'Due date: Wed 24 Dec 2031', 'Dependencies: TEA-4'];
        assert.deepEqual(
          list.labels().filter(label => said.includes(label)),
          said,
        );
        list.accept();
        assert.equal(list.value, '');
        list.type('Wash the cups');
        list.accept();
        await milepost.untilLine('milestones', 'TEA-6 Wash the cups');
      },
    );
    const lines = [
      '- [ ] TEA-5 Sweep the floor due:2031-12-24 @pat est:2d after:TEA-4\n',
      '- [ ] TEA-6 Wash the cups\n',
    ];
    const texts = (): string => readFileSync(milepost.uri(inline).fsPath, 'utf8');
    assert.equal(texts(), `${before.trimEnd()}\n${lines.join('')}`);
    await vscode.commands.executeCommand('milepost.undo');
    assert.equal(texts(), `${before.trimEnd()}\n${lines[0]}`);
    await vscode.commands.executeCommand('milepost.undo');
    assert.equal(texts(), before);
  });

  it('a risk: a file with the levels that were picked', async () => {
    await answering(['The van: late?'], async () => {
      await picking(['1', '1', 'zoe'], () => vscode.commands.executeCommand('milepost.newRisk'));
    });
    await milepost.untilLine('risks', 'R-2 The van: late?');
    const file = milepost.uri('plan/risks/the-van-late.md');
    assert.match(readFileSync(file.fsPath, 'utf8'), /probability: 1\nimpact: 1\nowner: '@zoe'\n/);
    await vscode.workspace.fs.delete(file);
    assert.equal(existsSync(file.fsPath), false);
    await milepost.until('no such risk', async () => !(await milepost.lines('risks')).join().includes('R-2'));
  });

  it('a milestone, with no date unless one is given, and none when the title is not given', async () => {
    await answering([], async () => {
      await vscode.commands.executeCommand('milepost.newMilestone');
    });
    const add = (...answers: string[]): Promise<void> =>
      answering(['Second shop'], async () => {
        await picking(answers, () => vscode.commands.executeCommand('milepost.newMilestone'));
      });
    const file = milepost.uri('plan/milestones/second-shop.md');
    await add('No date', 'Nobody yet');
    assert.equal(readFileSync(file.fsPath, 'utf8'), '---\ntitle: Second shop\n---\n\n## Tasks\n');
    await milepost.untilLine('milestones', 'Second shop');
    await vscode.commands.executeCommand('milepost.undo');
    assert.equal(existsSync(file.fsPath), false);
    // While the plan still has the first one, the next one is called differently.
    await milepost.until(
      'no such milestone',
      async () => !(await milepost.lines('milestones')).join().includes('Second shop'),
    );
    await add('1 oct 2031', 'zoe');
    assert.equal(
      readFileSync(file.fsPath, 'utf8'),
      "---\ntitle: Second shop\ndue: 2031-10-01\nowner: '@zoe'\n---\n\n## Tasks\n",
    );
    await milepost.untilLine('milestones', 'Second shop | not started · 1 Oct 2031');
    await vscode.workspace.fs.delete(file);
  });

  it('tasks and milestones of Backlog.md, as files of its own', async () => {
    const write = (path: string, text: string): Thenable<void> =>
      vscode.workspace.fs.writeFile(milepost.uri(path), Buffer.from(text));
    await write('backlog/config.yml', 'project_name: Stall\n');
    await write('backlog/tasks/task-1 - Rent.md', '---\nid: TASK-1\ntitle: Rent\nstatus: To Do\n---\n');
    await milepost.untilLine('milestones', 'TASK-1 Rent');
    const { store } = await milepost.api.load();
    const plan = store.snapshot.plans.find(one => one.plan.format === 'backlog')?.plan.uid;
    const task = { kind: 'task', plan, uid: 'TASK-1' };
    await typing(
      () => vscode.commands.executeCommand('milepost.newTask', task),
      async list => {
        list.type('Buy cups @pat due:2031-12-24 after:TASK-1');
        list.accept();
        list.type('Buy tea #later');
        list.accept();
        await milepost.untilLine('milestones', 'TASK-3 Buy tea');
      },
    );
    const read = (path: string): string => readFileSync(milepost.uri(path).fsPath, 'utf8');
    assert.match(
      read('backlog/tasks/task-2 - Buy-cups.md'),
      /^---\nid: TASK-2\n[^]*\n {2}- '@pat'\n[^]*\ndue_date: '2031-12-24'\n[^]*\n {2}- TASK-1\nordinal: 1000\n---\n\n\n$/,
    );
    assert.match(read('backlog/tasks/task-3 - Buy-tea.md'), /^id: TASK-3\n[^]*\n {2}- later\n/m);
    await answering(['Fair'], async () => {
      await picking(['No date'], () => vscode.commands.executeCommand('milepost.newMilestone', task));
    });
    assert.match(read('backlog/milestones/m-1 - fair.md'), /^---\nid: m-1\ntitle: "Fair"\n---\n/);
    await vscode.workspace.fs.delete(milepost.uri('backlog'), { recursive: true });
    await milepost.until(
      'no such plan',
      async () => !(await milepost.lines('milestones')).join().includes('TASK-1'),
    );
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import { ExtensionUnderTest } from '../../support/extensionUnderTest';
import { picking } from '../../support/picking';

describe('gestures', () => {
  let milepost: ExtensionUnderTest;

  before(async () => {
    milepost = await ExtensionUnderTest.open();
    await milepost.untilLine('milestones', 'TEA-4 Take payments');
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const read = (file: string): string => readFileSync(milepost.uri(file).fsPath, 'utf8');

  const subject = async (id: string) => {
    const { store } = await milepost.api.load();
    const plan = store.snapshot.plans[0]?.plan;
    const task = plan?.tasks.find(one => one.id === id);
    assert.ok(plan && task);
    return { kind: task.kind, plan: plan.uid, uid: task.uid };
  };

  /** Makes a gesture on items, looks at what it has written, and undoes it. */
  async function make(
    command: string,
    ids: readonly string[],
    answers: readonly string[],
    written: Readonly<Record<string, RegExp>>,
  ): Promise<void> {
    const { store } = await milepost.api.load();
    const plan = store.snapshot.plans[0]?.plan;
    assert.ok(plan);
    const items = () => {
      const { tasks = [], milestones = [], risks = [] } = store.snapshot.plans[0]?.plan ?? {};
      return [...tasks, ...milestones, ...risks].filter(({ id }) => ids.includes(id));
    };
    const all = items();
    assert.equal(all.length, ids.length, `${ids.join()} are there`);
    const subjects = all.map(({ kind, uid }) => ({ kind, plan: plan.uid, uid }));
    const before = Object.keys(written).map(read);
    await picking(answers, () =>
      vscode.commands.executeCommand(`milepost.${command}`, subjects[0], subjects),
    );
    for (const [file, text] of Object.entries(written)) {
      assert.match(read(file), text, command);
    }
    await milepost.until(`${command} is in the plan`, () => !isDeepStrictEqual(items(), all));
    await vscode.commands.executeCommand('milepost.undo');
    assert.deepEqual(Object.keys(written).map(read), before, `${command} is undone`);
    // The next gesture begins with what the plan says now.
    await milepost.until(`${command} is undone in the plan`, () => isDeepStrictEqual(items(), all));
  }

  const opening = 'plan/milestones/opening.md';
  const payments = 'plan/tasks/tea-4.md';

  it('set every field of tasks, and undo restores the bytes', async () => {
    await make('setDue', ['TEA-2', 'TEA-4'], ['2031-12-24'], {
      [opening]: /TEA-2 .*due:2031-12-24/,
      [payments]: /^due: 2031-12-24$/m,
    });
    // As the timeline sets it: with the day, and nothing is asked.
    const { plan, uid, kind } = await subject('TEA-2');
    await vscode.commands.executeCommand('milepost.setDue', { plan, uid, kind }, '2031-12-26');
    assert.match(read(opening), /TEA-2 .*due:2031-12-26/);
    await vscode.commands.executeCommand('milepost.undo');
    await make('setStart', ['TEA-4'], ['2031-01-02'], { [payments]: /^start: 2031-01-02$/m });
    await make('setAssignee', ['TEA-4'], ['zoe'], { [payments]: /^assignee: .*zoe/m });
    await make('setPriority', ['TEA-4'], ['high'], { [payments]: /^priority: high$/m });
    await make('setLabels', ['TEA-4'], ['later'], { [payments]: /^labels: .*later/m });
    await make('setEstimate', ['TEA-4'], ['2d/3d/8d'], { [payments]: /^estimate: 2d\/3d\/8d$/m });
    await make('setRemaining', ['TEA-4'], ['1d'], { [payments]: /^remaining: 1d$/m });
    await make('setDependencies', ['TEA-4'], ['TEA-2+1d'], { [payments]: /^depends_on: .*TEA-2\+1d/m });
    await make('setTitle', ['TEA-4'], ['Take cash'], { [payments]: /^title: Take cash$/m });
    await make('block', ['TEA-4'], ['No till', '2031-01-02'], {
      [payments]: /^blocked: No till\nuntil: 2031-01-02$/m,
    });
    await make('block', ['TEA-4'], ['No till', 'Not known yet'], {
      [payments]: /^blocked: No till\n(?!until)/m,
    });
    await make('drop', ['TEA-4'], [], { [payments]: /^status: Dropped$/m });
  });

  it('set the fields of milestones', async () => {
    await make('setOwner', ['opening'], ['zoe'], { [opening]: /^owner: '@zoe'$/m });
    await make('declareHealth', ['opening'], ['at risk', 'Tea is late'], {
      [opening]: /^health: at risk\nhealth_note: Tea is late\nhealth_date: \d{4}-\d\d-\d\d$/m,
    });
    await make('declareHealth', ['opening'], ['on track', 'No note'], {
      [opening]: /^health: on track\nhealth_date: /m,
    });
    await make('shiftDates', ['opening'], ['2 weeks later'], { [opening]: /^due: 2031-03-28$/m });
    await make('shiftDates', ['opening'], ['-1wd'], { [opening]: /^due: 2031-03-13$/m });
    await make('closeMilestone', ['opening'], ['Leave Them Open'], { [opening]: /^status: done$/m });
  });

  it('set risks, and the days on which they are looked at next', async () => {
    const harvest = 'plan/risks/harvest.md';
    await make('setProbability', ['R-1'], ['35%'], { [harvest]: /^probability: 35%$/m });
    await make('setResponse', ['R-1'], ['mitigate'], { [harvest]: /^response: mitigate$/m });
    await make('markReviewed', ['R-1'], ['2031-01-02'], { [harvest]: /^review: 2031-01-02$/m });
    await make('setDone', ['TEA-2'], [], { [opening]: /^- \[x\] TEA-2/m });
  });
});

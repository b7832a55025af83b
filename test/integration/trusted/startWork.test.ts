import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { ExtensionUnderTest } from '../../support/extensionUnderTest';
import { picking } from '../../support/picking';
import { untilGitKnows } from '../../support/untilGitKnows';

describe('starting work', () => {
  const opening = 'plan/milestones/opening.md';
  let milepost: ExtensionUnderTest;
  let former: string;
  const branch = (): string => milepost.git('rev-parse', '--abbrev-ref', 'HEAD');
  const read = (): string => readFileSync(milepost.uri(opening).fsPath, 'utf8');

  before(async () => {
    milepost = await ExtensionUnderTest.open();
    await milepost.untilLine('milestones', 'TEA-3 Pack the first parcel');
    former = branch();
  });

  after(async () => {
    milepost.git('checkout', '--quiet', former);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('checks out a branch that is named after the task, and sets it active', async () => {
    const { store } = await milepost.api.load();
    const plan = store.snapshot.plans[0]?.plan;
    const task = plan?.tasks.find(({ id }) => id === 'TEA-3');
    assert.ok(plan && task);
    const text = read();
    const known = await untilGitKnows(milepost.folder);
    await picking([], () =>
      vscode.commands.executeCommand('milepost.startWork', { kind: 'task', plan: plan.uid, uid: task.uid }),
    );
    assert.equal(branch(), 'tea-3-pack-the-first-parcel');
    // No watcher has had the time to tell it: the git extension has switched the branch itself.
    assert.equal(known.state.HEAD?.name, 'tea-3-pack-the-first-parcel');
    assert.match(read(), /^- \[\/\] TEA-3 Pack the first parcel/m);
    await vscode.commands.executeCommand('milepost.undo');
    assert.equal(read(), text);
    milepost.git('checkout', '--quiet', former);
    milepost.git('branch', '--quiet', '-D', 'tea-3-pack-the-first-parcel');
    await milepost.until('the plan is as it was', () =>
      store.snapshot.plans.some(one =>
        one.plan.tasks.some(({ id, category }) => id === 'TEA-3' && category === 'open'),
      ),
    );
  });
});

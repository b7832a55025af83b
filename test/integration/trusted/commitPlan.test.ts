import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { answering } from '../../support/answering';
import { ExtensionUnderTest } from '../../support/extensionUnderTest';
import { picking } from '../../support/picking';

const FILE = 'plan/milestones/opening.md';

describe('plan changes', () => {
  let milepost: ExtensionUnderTest;
  let branch: string;

  before(async () => {
    milepost = await ExtensionUnderTest.open();
    await milepost.untilLine('milestones', 'TEA-4 Take payments');
    branch = milepost.git('branch', '--show-current');
  });

  after(() => milepost.git('checkout', '--quiet', branch));

  const commit = (place: string): Promise<void> =>
    answering(['Plan the labels'], () =>
      picking(place, async () => {
        await vscode.commands.executeCommand('milepost.commitPlan');
      }),
    );

  it('that wait show, and are committed alone, on a branch of their own and then here', async () => {
    const path = milepost.uri(FILE).fsPath;
    writeFileSync(path, readFileSync(path, 'utf8').replace('@ana est:2d', '@ana est:4d'));
    writeFileSync(milepost.uri('staged.ts').fsPath, 'export {};\n');
    milepost.git('add', 'staged.ts');
    await milepost.untilLine('currentWork', '1 plan change is not committed');
    const head = milepost.git('rev-parse', 'HEAD');

    await commit('Commit on a new branch off main');
    assert.equal(milepost.git('rev-parse', 'HEAD'), head);
    const made = milepost.git('branch', '--list', 'plan-*', '--format=%(refname:short)');
    assert.equal(milepost.git('diff', '--name-only', `main...${made}`), FILE);
    await milepost.untilLine('currentWork', `also on ${made}`);

    await commit(`Commit on ${branch}`);
    assert.equal(milepost.git('rev-parse', 'HEAD^'), head);
    assert.equal(milepost.git('show', '--name-only', '--format=%s', 'HEAD'), `Plan the labels\n\n${FILE}`);
    assert.equal(milepost.git('diff', '--cached', '--name-only'), 'staged.ts');
    await milepost.until(
      'nothing waits',
      async () => !(await milepost.lines('currentWork')).some(line => line.includes('not committed')),
    );
    milepost.git('branch', '--quiet', '-D', made);
    // Other tests find the plan as it was.
    milepost.git('reset', '--quiet', '--hard', head);
  });
});

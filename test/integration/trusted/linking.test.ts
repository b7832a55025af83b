import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { ExtensionUnderTest } from '../../support/extensionUnderTest';
import { picking } from '../../support/picking';

const FILES = ['plan/milestones/opening.md', 'plan/tasks/tea-4.md', 'plan/project.md'];

describe('commits without a task', () => {
  let milepost: ExtensionUnderTest;
  let branch: string;
  /** Newest first. */
  let hashes: readonly string[];

  before(async () => {
    milepost = await ExtensionUnderTest.open();
    await milepost.untilLine('milestones', 'TEA-4 Take payments');
    branch = milepost.git('branch', '--show-current');
    milepost.git('checkout', '--quiet', '-b', 'parcels');
    for (const name of ['paper', 'string', 'stamps']) {
      writeFileSync(milepost.uri(`${name}.ts`).fsPath, 'export {};\n');
      milepost.git('add', `${name}.ts`);
      milepost.git('commit', '--quiet', '--no-gpg-sign', `--message=Buy ${name}`);
    }
    hashes = milepost.git('log', '-3', '--format=%H').split('\n');
    await milepost.untilLine('currentWork', 'Buy stamps');
    await milepost.untilLine('currentWork', 'Buy paper');
  });

  after(() => {
    milepost.git('checkout', '--quiet', '--force', branch);
    milepost.git('branch', '--quiet', '-D', 'parcels');
  });

  const texts = (): readonly string[] => FILES.map(file => readFileSync(milepost.uri(file).fsPath, 'utf8'));

  const facts = async () => (await milepost.api.load()).store.snapshot.plans[0];

  const links = async (): Promise<readonly (string | undefined)[]> => {
    const evidence = (await facts())?.evidence;
    return hashes.map(hash => evidence?.byCommit.get(hash)?.[0]?.task);
  };

  const free = async (): Promise<number> =>
    (await milepost.lines('currentWork')).filter(line => /^ +Buy/.test(line)).length;

  it('are linked together by one edit, unlinked together, and each is taken back by one undo', async () => {
    const plan = await facts();
    const rows = hashes.slice(0, 2).map(hash => {
      return { kind: 'commit', plan: plan?.plan.uid, repo: plan?.repo, hash };
    });
    const before = texts();
    await picking('TEA-3 Pack the first parcel', () =>
      vscode.commands.executeCommand('milepost.linkCommit', rows[0], rows),
    );
    const line =
      texts()[0]
        ?.split('\n')
        .find(text => text.includes('TEA-3')) ?? '';
    assert.deepEqual(
      [...line.matchAll(/ commit:([0-9a-f]{12})/g)].map(([, hash]) => hash).sort(),
      hashes
        .slice(0, 2)
        .map(hash => hash.slice(0, 12))
        .sort(),
    );
    await milepost.until('both links', async () => (await links()).join() === 'TEA-3,TEA-3,');
    const uid = plan?.plan.tasks.find(({ id }) => id === 'TEA-3')?.uid;
    const linked = rows.map(row => ({ ...row, task: uid }));
    await vscode.commands.executeCommand('milepost.unlinkCommit', linked[0], linked);
    await milepost.until('no links', async () => (await links()).join() === ',,');
    await vscode.commands.executeCommand('milepost.undo');
    await milepost.until('both links again', async () => (await links()).join() === 'TEA-3,TEA-3,');
    await vscode.commands.executeCommand('milepost.undo');
    assert.deepEqual(texts(), before);
    await milepost.until('no task again', async () => (await links()).join() === ',,');
    await milepost.untilLine('currentWork', 'Commits without a task | 3');
  });

  it('are gone through one by one, as one change with one undo', async () => {
    const before = texts();
    const answers = ['Skip', 'Back to the Previous Commit', 'TEA-4 Take payments', 'No Task Needed', 'Skip'];
    const subject = { kind: 'plan', plan: (await facts())?.plan.uid };
    await picking(answers, () => vscode.commands.executeCommand('milepost.walkCommits', subject));
    const [, task, project] = texts();
    assert.match(task ?? '', new RegExp(`'${hashes[0]?.slice(0, 12)} .* Buy stamps'`));
    assert.match(project ?? '', new RegExp(`no_task:\n  - '${hashes[1]?.slice(0, 12)} .* Buy string'`));
    await milepost.until('one is left', async () => (await free()) === 1 || (await links())[0] === 'TEA-4');
    await milepost.untilLine('currentWork', 'Commits without a task | 1');
    await vscode.commands.executeCommand('milepost.undo');
    assert.deepEqual(texts(), before);
    await milepost.untilLine('currentWork', 'Commits without a task | 3');
  });

  it('show their branch in the review, and are left alone when nothing is picked', async () => {
    const before = texts();
    await picking('nothing', () => vscode.commands.executeCommand('milepost.walkCommits'));
    const plan = await facts();
    const commit = { kind: 'commit', plan: plan?.plan.uid, repo: plan?.repo, hash: hashes[0] };
    await vscode.commands.executeCommand('milepost.reviewBranch', commit);
    await untilPanel();
    await vscode.commands.executeCommand('milepost.copyReviewSummary');
    assert.match(await vscode.env.clipboard.readText(), /^\*\*parcels, compared with main\*\*[^]*Buy stamps/);
    assert.deepEqual(texts(), before);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});

/** VS Code tells of a tab some time after it was opened. */
async function untilPanel(): Promise<void> {
  const { tabGroups } = vscode.window;
  const isThere = (): boolean =>
    tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => input instanceof vscode.TabInputWebview));
  await new Promise<void>(resolve => {
    const look = (): void => {
      if (isThere()) {
        listening.dispose();
        resolve();
      }
    };
    const listening = tabGroups.onDidChangeTabs(look);
    look();
  });
}

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import type { Store } from '../../../src/app/store';
import { ExtensionUnderTest } from '../../support/extensionUnderTest';
import { GitRepo } from '../../support/gitRepo';
import { showFolders } from '../../support/windowFolders';

function planFiles(key: string, folder = 'plan'): Record<string, string> {
  return {
    [`${folder}/project.md`]: `---\nkey: ${key}\nname: Plan ${key}\n---\n`,
    [`${folder}/tasks/1.md`]: `---\nid: ${key}-1\ntitle: First of ${key}\nstatus: To do\n---\n`,
  };
}

/** What the watchers of VS Code tell, on folders and git directories inside and outside of the window. */
describe('several folders and repositories', () => {
  let repo: GitRepo;
  let milepost: ExtensionUnderTest;
  let store: Store;

  beforeEach(() => {
    repo = GitRepo.create();
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await showFolders();
    repo.dispose();
  });

  async function open(...folders: string[]): Promise<void> {
    await showFolders(...folders.map(folder => vscode.Uri.file(folder)));
    milepost = await ExtensionUnderTest.open(vscode.Uri.file(folders[0] ?? ''));
    ({ store } = await milepost.api.load());
    await milepost.until('every plan with its commits', () => {
      const { plans } = store.snapshot;
      return plans.length > 0 && plans.every(({ evidence }) => evidence);
    });
  }

  function observed(root: string, id: string): string | undefined {
    const facts = store.snapshot.plans.find(({ plan }) => plan.root === root);
    const key = facts?.plan.tasks.find(task => task.id === id)?.key ?? '';
    return facts?.evidence?.observed.get(key)?.state;
  }

  it('follow a commit from one working tree to the other', async () => {
    repo.commit({ message: 'Plan', files: planFiles('APP') });
    repo.git('branch', 'feature/APP-1');
    const other = repo.worktree('side', 'feature/APP-1');
    await open(repo.dir, other.dir);
    assert.deepEqual(
      (await milepost.lines('currentWork')).filter(line => line.startsWith('Plan APP')),
      ['Plan APP | repo/plan', 'Plan APP | side/plan'],
    );
    await milepost.untilLine('currentWork', '  main | default branch');
    await milepost.untilLine('currentWork', '  feature/APP-1');
    other.commit({ message: 'Begin', files: { 'src/a.ts': '1' } });
    await milepost.until('the commit here', () => observed(repo.dir, 'APP-1') === 'started');
    await milepost.until('the commit there', () => observed(other.dir, 'APP-1') === 'started');
    other.git('checkout', '-q', '--detach');
    await milepost.untilLine('currentWork', `  Commit ${other.head().slice(0, 8)}`);
  });

  it('follow commits where the folder is but a part of the repository', async () => {
    repo.commit({ message: 'Plan', files: planFiles('PAY', 'services/pay/plan') });
    const folder = join(repo.dir, 'services/pay');
    await open(folder);
    repo.commit({ message: 'PAY-1 Pay', files: { 'services/pay/pay.ts': '1' } });
    await milepost.until('the commit', () => observed(folder, 'PAY-1') === 'landed');
    repo.git('pack-refs', '--all');
    repo.commit({ message: 'Tidy', files: { 'tidy.ts': '1' } });
    await milepost.untilLine('currentWork', 'Tidy');
  });

  it('follow a folder that is in the window twice, by either name', async () => {
    const base = mkdtempSync(join(realpathSync(tmpdir()), 'milepost-link-'));
    try {
      repo.commit({ message: 'Plan', files: planFiles('APP') });
      const link = join(base, 'link');
      symlinkSync(repo.dir, link);
      await open(repo.dir, link);
      assert.equal(store.snapshot.plans.length, 1);
      const file = vscode.Uri.file(join(link, 'plan/tasks/1.md'));
      const document = await vscode.workspace.openTextDocument(file);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(file, document.positionAt(document.getText().indexOf('First')), 'Very ');
      await vscode.workspace.applyEdit(edit);
      await document.save();
      await milepost.untilLine('milestones', 'APP-1 Very First of APP');
    } finally {
      rmSync(base, { recursive: true });
    }
  });

  it('follow a plan in a repository inside the folder: commits, and what is typed', async () => {
    repo.commit({ message: 'Plan', files: planFiles('APP') });
    const inner = join(repo.dir, 'lib/core');
    mkdirSync(inner, { recursive: true });
    const git = (...args: string[]) => repo.git('-C', 'lib/core', ...args);
    git('init', '-q', '-b', 'main');
    git('config', 'user.name', 'Ana');
    git('config', 'user.email', 'ana@example.org');
    for (const [path, text] of Object.entries(planFiles('LIB'))) repo.write(`lib/core/${path}`, text);
    git('add', '-A');
    git('commit', '-q', '-m', 'Plan');
    repo.write('.vscode/settings.json', '{"milepost.plans": [{"folder": "lib\\\\core\\\\plan"}]}');
    await open(repo.dir);
    repo.write('lib/core/lib.ts', '1');
    git('add', '-A');
    git('commit', '-q', '-m', 'LIB-1 Build');
    await milepost.until('the commit', () => observed(inner, 'LIB-1') === 'landed');

    const file = vscode.Uri.file(join(inner, 'plan/tasks/1.md'));
    const document = await vscode.workspace.openTextDocument(file);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(file, document.positionAt(document.getText().indexOf('First')), 'Very ');
    await vscode.workspace.applyEdit(edit);
    await milepost.untilLine('milestones', 'LIB-1 Very First of LIB');
    assert.equal(document.isDirty, true);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await milepost.untilLine('milestones', 'LIB-1 First of LIB');
  });

  it('follow the command line, and neither writes over the other', async () => {
    repo.commit({ message: 'Plan', files: planFiles('APP') });
    await open(repo.dir);
    await cli('set', 'APP-1', 'status=In progress');
    await milepost.until('the status', () => statusOf('APP-1') === 'In progress');

    const file = vscode.Uri.file(join(repo.dir, 'plan/tasks/1.md'));
    const document = await vscode.workspace.openTextDocument(file);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(file, document.positionAt(document.getText().indexOf('First')), 'Very ');
    await vscode.workspace.applyEdit(edit);
    await milepost.untilLine('milestones', 'APP-1 Very First of APP');
    await cli('set', 'APP-1', 'status=Done');
    assert.equal(await document.save(), false, 'what the command line wrote would be lost');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await milepost.until('what is on disk', () => statusOf('APP-1') === 'Done');
    assert.match(document.getText(), /title: First of APP\nstatus: Done\n/);
  });

  /** Runs the built command line in the repository. */
  async function cli(...args: string[]): Promise<void> {
    const program = vscode.extensions.getExtension('milepost.milepost')?.extensionUri;
    assert.ok(program);
    const path = vscode.Uri.joinPath(program, 'dist/cli.js').fsPath;
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
    await promisify(execFile)(process.execPath, [path, ...args], { cwd: repo.dir, env });
  }

  function statusOf(id: string): string | undefined {
    return store.snapshot.plans[0]?.plan.tasks.find(task => task.id === id)?.status;
  }
});

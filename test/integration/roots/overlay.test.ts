import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { answering } from '../../support/answering';
import { ExtensionUnderTest } from '../../support/extensionUnderTest';
import { GitRepo } from '../../support/gitRepo';
import { picking } from '../../support/picking';
import { showFolders } from '../../support/windowFolders';

describe('a plan in another format', () => {
  const repos: GitRepo[] = [];

  const show = async (files: Readonly<Record<string, string>>): Promise<string> => {
    const repo = GitRepo.create();
    repos.push(repo);
    repo.commit({ message: 'Files', files });
    await showFolders(vscode.Uri.file(repo.dir));
    return repo.dir;
  };

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await showFolders();
    repos.forEach(repo => repo.dispose());
  });

  it('gets an overlay by the button of what was refused, which then can be done', async () => {
    const dir = await show({
      'backlog/tasks/task-1 - Rent.md': '---\nid: TASK-1\ntitle: Rent\nstatus: To Do\n---\n',
    });
    const milepost = await ExtensionUnderTest.open();
    await milepost.untilLine('milestones', 'TASK-1 Rent');
    const { showWarningMessage } = vscode.window;
    const press = async (_text: string, button: string): Promise<string> => button;
    vscode.window.showWarningMessage = press as unknown as typeof showWarningMessage;
    const { store } = await milepost.api.load();
    const isMade = (): boolean => (store.snapshot.plans[0]?.plan.overlays ?? []).length > 0;
    try {
      await vscode.commands.executeCommand('milepost.newRisk');
      await milepost.until('an overlay', isMade);
    } finally {
      vscode.window.showWarningMessage = showWarningMessage;
    }
    assert.equal(readFileSync(join(dir, 'plan/project.md'), 'utf8'), '---\nfor: backlog\n---\n');
    await answering(['Late van'], async () => {
      await picking(['2', '4', 'Nobody yet'], () => vscode.commands.executeCommand('milepost.newRisk'));
    });
    assert.match(readFileSync(join(dir, 'plan/risks/late-van.md'), 'utf8'), /^probability: 2\nimpact: 4$/m);
  });
});

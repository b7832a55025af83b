import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Store } from '../../../src/app/store';
import { acceptFirst } from '../../support/acceptFirst';
import { ExtensionUnderTest } from '../../support/extensionUnderTest';
import { MemoryFileSystem } from '../../support/memoryFileSystem';
import { showFolders } from '../../support/windowFolders';

/** Files that are on no disk, as in a repository that is browsed without a clone. */
describe('a virtual workspace', () => {
  const root = vscode.Uri.parse('milepost-memory://host/shop');
  const files = new MemoryFileSystem({
    '/shop/plan/project.md': '---\nkey: APP\nname: Shop\n---\n',
    '/shop/plan/milestones/one.md': '---\ntitle: One\n---\n## Tasks\n- [/] APP-1 First\n',
    '/shop/plan/tasks/deep/2.md': '---\nid: APP-2\ntitle: Second\nstatus: To do\n---\n',
    '/shop/.git/HEAD': 'ref: refs/heads/main\n',
  });
  let registration: vscode.Disposable;
  let milepost: ExtensionUnderTest;
  let store: Store;

  before(async () => {
    registration = vscode.workspace.registerFileSystemProvider('milepost-memory', files);
    await showFolders(root);
    milepost = await ExtensionUnderTest.open(root);
    ({ store } = await milepost.api.load());
    await milepost.untilLine('milestones', 'APP-1 First');
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await showFolders();
    registration.dispose();
  });

  it('shows the plan, and says why there are no commits', async () => {
    await milepost.untilLine('milestones', 'APP-2 Second');
    await milepost.until('the reason', () => store.snapshot.withoutGit?.code === 'git-virtual');
    assert.deepEqual(store.snapshot.repos, []);
    assert.deepEqual(await milepost.lines('currentWork'), []);
  });

  it('follows what is typed, and what changes where the files are', async () => {
    const file = vscode.Uri.joinPath(root, 'plan/tasks/deep/2.md');
    const document = await vscode.workspace.openTextDocument(file);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(file, document.positionAt(document.getText().indexOf('Second')), 'The ');
    await vscode.workspace.applyEdit(edit);
    await milepost.untilLine('milestones', 'APP-2 The Second');
    await document.save();
    files.writeFile(
      file.with({ path: '/shop/plan/tasks/3.md' }),
      bytes('---\nid: APP-3\ntitle: Third\n---\n'),
    );
    await milepost.untilLine('milestones', 'APP-3 Third');
  });

  it('is edited as a local one is', async () => {
    const facts = store.snapshot.plans[0];
    const uid = facts?.plan.tasks.find(({ id }) => id === 'APP-1')?.uid;
    const subject = { kind: 'task', plan: facts?.plan.uid, uid };
    await acceptFirst(vscode.commands.executeCommand('milepost.setStatus', subject));
    const text = new TextDecoder().decode(
      files.readFile(vscode.Uri.joinPath(root, 'plan/milestones/one.md')),
    );
    assert.match(text, /^- \[ \] APP-1 First$/m);
  });
});

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

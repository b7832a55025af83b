import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ExtensionUnderTest } from '../../support/extensionUnderTest';
import { GitRepo } from '../../support/gitRepo';
import { showFolders } from '../../support/windowFolders';

const NATIVE = {
  'plan/project.md': '---\nname: Tea\nkey: TEA\n---\n',
  'plan/milestones/opening.md': [
    ...['---', 'id: opening', 'title: Opening', '---', '', '## Tasks', ''],
    ...['- [ ] TEA-1 Order leaves after:TEA-2', '- [ ] TEA-3 Paint @', '- [ ] Sweep', ''],
  ].join('\n'),
  'plan/tasks/tea-2.md': '---\nid: TEA-2\ntitle: Sign the lease\nmilestone: opening\nstatus: Dnoe\n---\n',
};

const BACKLOG = {
  'backlog/config.yml': 'project_name: Port\nstatuses: ["To Do", "In Progress", "Done"]\ntask_prefix: back\n',
  'backlog/tasks/back-1 - Berths.md':
    '---\nid: BACK-1\ntitle: Berths\nstatus: To Do\nlabels: []\ndependencies:\n  - BACK-2\n---\n\nLike BACK-2.\n',
  'backlog/tasks/back-2 - Tides.md': '---\nid: BACK-2\ntitle: Tides\nstatus: Dnoe\nlabels: []\n---\n',
};

describe('language features', () => {
  const native = GitRepo.create();
  const backlog = GitRepo.create();

  before(async () => {
    native.commit({ message: 'Plan', files: NATIVE });
    backlog.commit({ message: 'Plan', files: BACKLOG });
    await showFolders(vscode.Uri.file(native.dir), vscode.Uri.file(backlog.dir));
    const milepost = await ExtensionUnderTest.open();
    const { store } = await milepost.api.load();
    await milepost.until('both plans', () => store.snapshot.plans.length === 2);
    const document = await vscode.workspace.openTextDocument(fileIn(native, 'plan/tasks/tea-2.md'));
    // Nothing tells that providers have come; every question is a turn of the editor.
    while ((await hovers(document.uri, 1, 5)).length === 0);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await showFolders();
    native.dispose();
    backlog.dispose();
  });

  const fileIn = (repo: GitRepo, file: string) => vscode.Uri.joinPath(vscode.Uri.file(repo.dir), file);

  async function ask<T>(
    provider: string,
    uri: vscode.Uri,
    line: number,
    character: number,
    ...more: readonly unknown[]
  ): Promise<T> {
    await vscode.workspace.openTextDocument(uri);
    const at = new vscode.Position(line, character);
    return vscode.commands.executeCommand<T>(`vscode.execute${provider}`, uri, at, ...more);
  }

  async function completed(uri: vscode.Uri, line: number, character: number): Promise<readonly string[]> {
    const list = await ask<vscode.CompletionList>('CompletionItemProvider', uri, line, character);
    return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  }

  async function hovers(uri: vscode.Uri, line: number, character: number): Promise<readonly string[]> {
    const found = await ask<vscode.Hover[]>('HoverProvider', uri, line, character);
    return found.flatMap(({ contents }) =>
      contents.map(one => (one as vscode.MarkdownString).value.replaceAll('&nbsp;', ' ')),
    );
  }

  async function defined(uri: vscode.Uri, line: number, character: number): Promise<string | undefined> {
    const [found] = await ask<(vscode.Location | vscode.LocationLink)[]>(
      'DefinitionProvider',
      uri,
      line,
      character,
    );
    return found && ('uri' in found ? found.uri : found.targetUri).path.split('/').at(-1);
  }

  async function fixTitles(uri: vscode.Uri, line: number): Promise<readonly vscode.CodeAction[]> {
    await vscode.workspace.openTextDocument(uri);
    const range = new vscode.Range(line, 0, line, 3);
    return vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, range, 'quickfix', 10);
  }

  async function referenced(uri: vscode.Uri, line: number, character: number): Promise<number> {
    return (await ask<vscode.Location[]>('ReferenceProvider', uri, line, character)).length;
  }

  const opening = fileIn(native, 'plan/milestones/opening.md');
  const lease = fileIn(native, 'plan/tasks/tea-2.md');
  const berths = fileIn(backlog, 'backlog/tasks/back-1 - Berths.md');
  const tides = fileIn(backlog, 'backlog/tasks/back-2 - Tides.md');

  it('complete and explain a native plan', async () => {
    assert.ok((await completed(lease, 4, 8)).includes('Done'));
    assert.ok((await completed(opening, 7, 36)).includes('TEA-2'));
    assert.match((await hovers(opening, 7, 33)).join('\n'), /TEA-2 Sign the lease/);
    assert.match((await hovers(opening, 7, 14)).join('\n'), /TEA-1 Order leaves/);
    assert.equal(await defined(opening, 7, 33), 'tea-2.md');
    assert.equal(await referenced(opening, 7, 33), 2);
    const symbols = await vscode.commands.executeCommand<readonly { readonly name: string }[]>(
      'vscode.executeDocumentSymbolProvider',
      opening,
    );
    assert.ok(symbols.some(({ name }) => name === 'opening Opening'));
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      opening,
      100,
    );
    assert.ok(lenses.some(({ command }) => command?.command === 'milepost.setStatus'));
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      opening,
    );
    assert.ok(links.some(({ target }) => target?.path.endsWith('tea-2.md')));
  });

  it('complete and explain a plan of Backlog.md', async () => {
    assert.ok((await completed(berths, 3, 8)).includes('In Progress'));
    assert.ok((await completed(berths, 6, 10)).includes('BACK-2'));
    assert.match((await hovers(berths, 9, 7)).join('\n'), /BACK-2 Tides/);
    assert.equal(await defined(berths, 6, 6), 'back-2 - Tides.md');
    assert.equal(await referenced(berths, 6, 6), 3);
    await assert.rejects(ask('DocumentRenameProvider', berths, 6, 6, 'BACK-9'), /Backlog|id/);
  });

  it('fix what has one right answer', async () => {
    for (const [uri, line] of [
      [lease, 4],
      [tides, 3],
    ] as const) {
      const [fix] = (await fixTitles(uri, line)).filter(({ title }) => title === 'Change to Done');
      assert.ok(fix?.edit);
      assert.deepEqual(
        fix.edit.get(uri).map(({ newText }) => newText),
        ['Done'],
      );
    }
    const [give] = (await fixTitles(opening, 9)).filter(({ title }) => title.includes('next free id'));
    assert.deepEqual(
      give?.edit?.get(opening).map(({ newText }) => newText),
      ['TEA-4 '],
    );
  });

  it('rename an id everywhere, and keep the former one', async () => {
    const edit = await ask<vscode.WorkspaceEdit>('DocumentRenameProvider', opening, 7, 33, 'TEA-8');
    assert.deepEqual(edit.entries().length, 2);
    assert.ok(await vscode.workspace.applyEdit(edit, { isRefactoring: true }));
    const read = async (uri: vscode.Uri) => (await vscode.workspace.openTextDocument(uri)).getText();
    assert.match(await read(opening), /TEA-1 Order leaves after:TEA-8$/m);
    assert.match(await read(lease), /^id: TEA-8$/m);
    assert.match(await read(lease), /^aliases: .*TEA-2/m);
  });
});

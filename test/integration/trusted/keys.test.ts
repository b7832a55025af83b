import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { ExtensionUnderTest } from '../../support/extensionUnderTest';

interface Binding {
  readonly key: string;
  readonly command: string;
  readonly when?: string;
}

/** What is never so while a list of ours has the focus. */
const ELSEWHERE =
  /(?<!!)\b(?:editorTextFocus|editorFocus|textInputFocus|inputFocus|terminalFocus|inQuickInput|inQuickOpen|inChat\w*|notebook\w+|markdownEditorFocus|filesExplorerFocus|breadcrumbsActive|notificationFocus|\w+Visible)\b|\bfalse\b/;

describe('keys', () => {
  let milepost: ExtensionUnderTest;

  before(async () => {
    milepost = await ExtensionUnderTest.open();
    await milepost.untilLine('milestones', 'TEA-4 Take payments');
  });

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('are bound in views of ours only, and take nothing from VS Code there', async () => {
    const extension = vscode.extensions.getExtension('milepost.milepost');
    const ours: readonly Binding[] = extension?.packageJSON.contributes.keybindings;
    assert.ok(ours.length > 0);
    for (const { when = '' } of ours) {
      assert.match(when, /focusedView (?:== 'milepost\.|=~ \/\^milepost)/);
    }
    await vscode.commands.executeCommand('workbench.action.openDefaultKeybindingsFile');
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    const defaults: readonly Binding[] = JSON.parse(text.slice(text.indexOf('['), text.indexOf('\n]') + 2));
    assert.ok(defaults.length > 500, `${defaults.length} keys`);
    const taken = defaults.filter(
      ({ key, command, when = '' }) =>
        !command.startsWith('milepost.') &&
        ours.some(one => key === one.key || key.startsWith(`${one.key} `)) &&
        !when.split('||').every(part => ELSEWHERE.test(part)),
    );
    assert.deepEqual(taken, []);
  });

  it('tick the box of the focused row, which arrow keys have not selected', async () => {
    const file = milepost.uri('plan/tasks/tea-4.md').fsPath;
    const before = readFileSync(file, 'utf8');
    const { commands } = vscode;
    await commands.executeCommand('milepost.milestones.focus');
    await milepost.api.focus('milestones', 'Refunds work');
    await commands.executeCommand('milepost.tickFocused', 'milestones');
    assert.equal(readFileSync(file, 'utf8'), before.replace('- [ ] Refunds work', '- [x] Refunds work'));
    await commands.executeCommand('milepost.undo');
    assert.equal(readFileSync(file, 'utf8'), before);
  });
});

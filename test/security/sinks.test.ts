import assert from 'node:assert/strict';
import ts from 'typescript';
import type * as Ask from '../../src/vscode/ask';
import { nodesOf, sourceFiles } from '../support/security/patterns';
import { loadWith } from '../support/security/editorStandIn';

/** Where text reaches something that reads more than text in it, and the one file that may hand it over. */
const SINKS: Readonly<Record<string, readonly string[]>> = {
  // Draw icons for `$(name)`, or links for `[text](command:name)`.
  showQuickPick: ['src/vscode/ask.ts'],
  showInformationMessage: ['src/vscode/ask.ts'],
  showWarningMessage: ['src/vscode/ask.ts'],
  showErrorMessage: ['src/vscode/ask.ts'],
  setStatusBarMessage: ['src/vscode/ask.ts'],
  // Their entries come from `pickItems`, which shows them as text.
  createQuickPick: [
    'src/vscode/commands/pickFilter.ts',
    'src/vscode/editing/askValue.ts',
    'src/vscode/editing/newTask.ts',
    'src/vscode/panel/pickEnd.ts',
  ],
  // Read Markdown.
  MarkdownString: ['src/vscode/trees/tooltipMarkdown.ts'],
  // Would obey the text.
  isTrusted: ['src/vscode/session.ts'],
  supportHtml: [],
  supportThemeIcons: [],
  createTerminal: [],
  sendText: [],
  // Only pages of hosts that are known, over https.
  openExternal: ['src/vscode/ask.ts'],
  innerHTML: [],
  outerHTML: [],
  insertAdjacentHTML: [],
  dangerouslySetInnerHTML: [],
  eval: [],
  Function: [],
};

describe('what would obey text of the repository', () => {
  const files = sourceFiles('src', 'media/panel');
  const named = files.flatMap(file =>
    nodesOf(file).flatMap(node => (ts.isIdentifier(node) ? [{ file: file.fileName, node }] : [])),
  );

  for (const [name, allowed] of Object.entries(SINKS)) {
    it(`is handed it in one place, as text: ${name}`, () => {
      const users = named.filter(({ node }) => node.text === name).map(({ file }) => file);
      assert.deepEqual([...new Set(users)], allowed);
    });
  }

  it('is told of markup by literals only', () => {
    const calls = named
      .filter(({ node }) => node.text === 'appendMarkdown')
      .map(({ node }) => node.parent.parent);
    assert.ok(calls.length > 3);
    for (const call of calls) {
      assert.ok(ts.isCallExpression(call) && call.arguments.every(ts.isStringLiteral), call.getText());
    }
  });

  it('has no link to follow in the panel', () => {
    const attributes = files.flatMap(nodesOf).filter(ts.isJsxAttribute);
    assert.ok(attributes.length > 100);
    const followed = attributes.filter(({ name }) =>
      /^(?:href|src|srcdoc|action|on[a-z].*)$/.test(name.getText()),
    );
    assert.deepEqual(
      followed.map(node => node.getText()),
      [],
    );
  });
});

describe('what the editor is asked to say', () => {
  const said: unknown[] = [];
  const say = (...args: unknown[]): Promise<undefined> => {
    said.push(args);
    return Promise.resolve(undefined);
  };
  let ask: typeof Ask;
  before(() => {
    const picked = (items: readonly object[], options: { readonly canPickMany?: boolean }): unknown => {
      said.push(items);
      return Promise.resolve(options.canPickMany ? items : items[0]);
    };
    const window = {
      showInformationMessage: say,
      showWarningMessage: say,
      showErrorMessage: say,
      setStatusBarMessage: say,
      showQuickPick: picked,
    };
    ask = loadWith('ask', { window });
  });
  beforeEach(() => said.splice(0));

  it('holds no link in a message, so none that runs a command', async () => {
    const text = 'Merged as [x](command:workbench.action.quit?%22a%22) \u202e[y](http://evil.test)';
    ask.inform(text);
    await ask.warn(text, 'Show Log');
    await ask.alarm(text, 'Show Log');
    assert.equal(said.length, 3);
    // How VS Code finds links in a message (`src/vs/base/common/linkedText.ts`).
    const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;
    assert.match(text, link);
    said.forEach(one => assert.doesNotMatch(JSON.stringify(one), link));
    assert.doesNotMatch(JSON.stringify(said), /\u202e/);
  });

  it('draws no icon in an entry or a remark, and gives back the entry as it was', async () => {
    const item = { label: 'a $(alert)', description: '$(alert)', detail: 'x $(alert~spin)' };
    assert.equal(await ask.pickOne([item]), item);
    const rows = [item, { label: '$(x)' }].map(row => ({ ...row, value: row }));
    assert.deepEqual(await ask.pickRows(rows, String), [item, { label: '$(x)' }]);
    ask.remark('$(alert)');
    for (const shown of said.flat(2) as (typeof item)[]) {
      for (const text of [shown.label, shown.description, shown.detail])
        assert.doesNotMatch(text ?? '', /\$\(/);
    }
    assert.doesNotMatch(JSON.stringify(said.at(-1)), /\$\(/);
  });
});

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import type { Row } from '../../src/present/row';
import { say } from '../../src/words/say';
import type { TestApi } from '../../src/vscode/testApi';

export type View = Parameters<TestApi['rows']>[0];

/** What a slow machine may take for anything; the timeout of a test is longer. */
const PATIENCE_MS = 90_000;

/** Milepost as it runs in this extension host, with its views open, on one folder of the window. */
export class ExtensionUnderTest {
  private constructor(
    readonly api: TestApi,
    readonly folder: vscode.Uri,
  ) {}

  /** @param folder the window's first one by default */
  static async open(folder = vscode.workspace.workspaceFolders?.[0]?.uri): Promise<ExtensionUnderTest> {
    const extension = vscode.extensions.getExtension<TestApi>('milepost.milepost');
    assert.ok(extension && folder, 'the extension or its folder is not there');
    const api = await extension.activate();
    await vscode.commands.executeCommand('milepost.milestones.focus');
    return new ExtensionUnderTest(api, folder);
  }

  /** Runs git in a shell, as a person would beside VS Code. */
  git(...args: string[]): string {
    return execFileSync('git', args, { cwd: this.folder.fsPath, encoding: 'utf8' }).trim();
  }

  uri(path: string): vscode.Uri {
    return vscode.Uri.joinPath(this.folder, path);
  }

  /** Waits until the condition holds, now or after an event; says what was seen last when it never does. */
  async until(what: string, condition: () => Promise<boolean> | boolean): Promise<void> {
    let ask = (): void => undefined;
    // It listens before it asks for the first time: what happens in between counts.
    const told = this.api.onDidChange(() => ask());
    let timer: NodeJS.Timeout | undefined;
    const held = await new Promise<boolean>((resolve, reject) => {
      ask = () =>
        void Promise.resolve()
          .then(condition)
          .then(holds => holds && resolve(true), reject);
      timer = setTimeout(() => resolve(false), PATIENCE_MS);
      ask();
    }).finally(() => {
      clearTimeout(timer);
      told.dispose();
    });
    assert.ok(
      held,
      held ? '' : `${what}: not within ${PATIENCE_MS / 1_000} s. Seen last:\n${await this.everything()}`,
    );
  }

  /** Lines of a view, everything expanded: `label | description`. */
  async lines(view: View): Promise<readonly string[]> {
    return linesOf(await this.api.rows(view));
  }

  /** Waits for a line of a view, as it is seen or as a screen reader says it. */
  untilLine(view: View, wanted: string): Promise<void> {
    return this.until(wanted, async () => {
      const rows = await this.api.rows(view);
      return [...linesOf(rows), ...heardOf(rows)].some(line => line.includes(wanted));
    });
  }

  private async everything(): Promise<string> {
    const views: readonly View[] = ['milestones', 'currentWork', 'risks'];
    const lines = await Promise.all(views.map(async view => [`${view}:`, ...(await this.lines(view))]));
    return [...lines.flat(), `status bar: ${this.api.statusBar()}`].join('\n');
  }
}

function heardOf(rows: readonly Row[]): string[] {
  return rows.flatMap(row => [say(row.accessibility), ...heardOf(row.children())]);
}

function linesOf(rows: readonly Row[], indent = ''): string[] {
  return rows.flatMap(row => [
    `${indent}${say(row.label)}${row.description ? ` | ${say(row.description)}` : ''}`,
    ...linesOf(row.children(), `${indent}  `),
  ]);
}

import type { Locator, Page } from 'playwright-core';
import type { CodeWindow } from './codeWindow';
import type { Hand, ViewName } from './hand';

/** How long VS Code takes a click on a new menu for a slip, and more, in milliseconds. */
const MENU_REST = 300;

/** Works by pointing and clicking. Keys are pressed only where VS Code asks for words. */
export class Mouse implements Hand {
  /** Clicks so far. */
  gestures = 0;

  constructor(
    private readonly page: Page,
    private readonly window: CodeWindow,
  ) {}

  async button(name: string): Promise<void> {
    await this.click(this.page.locator('.sidebar').getByRole('button', { name }));
  }

  async title(view: ViewName, name: string): Promise<void> {
    const header = this.page.locator('.sidebar .pane-header', { hasText: view });
    await header.hover();
    await this.click(header.getByRole('button', { name: /More Actions/ }));
    await this.entries([name]);
  }

  async menu(_view: string, rows: readonly RegExp[], path: readonly string[]): Promise<void> {
    for (const [index, name] of rows.entries()) {
      // Whoever selects several rows begins with a plain click on the first.
      if (rows.length > 1) {
        await this.click(this.window.row(name), index > 0 ? { modifiers: ['Control'] } : {});
      }
    }
    await this.click(this.window.row(rows[0] ?? /^/), { button: 'right' });
    await this.entries(path);
  }

  async answer(prompt: string, text: string, shown?: string): Promise<void> {
    await this.window.answer(prompt, text, shown);
  }

  async accept(): Promise<void> {
    await this.page.keyboard.press('Enter');
  }

  async openCommit(subject: RegExp): Promise<void> {
    await this.click(this.window.row(subject));
  }

  async review(): Promise<void> {
    await this.click(
      this.page.locator('.editor-actions').getByRole('button', { name: /^Review This Branch/ }),
    );
  }

  async link(_opened: RegExp, other: RegExp, task: string): Promise<void> {
    await this.click(this.window.row(other), { modifiers: ['Control'] });
    await this.click(this.window.row(other), { button: 'right' });
    await this.click(this.page.getByRole('menuitem', { name: 'Link Commit to Task...' }));
    await this.choose(task);
  }

  async unlink(commit: RegExp, task: string): Promise<void> {
    const row = this.window.panel.locator('.commit', { hasText: commit });
    await this.click(row.getByRole('button', { name: `Remove the link to ${task}` }));
  }

  async press(button: RegExp): Promise<void> {
    await this.click(this.window.panel.getByRole('button', { name: button }).first());
  }

  async tick(box: RegExp): Promise<void> {
    await this.click(this.window.panel.getByRole('checkbox', { name: box }));
  }

  async acceptTicked(): Promise<void> {
    await this.click(this.page.locator('.quick-input-widget').getByRole('button', { name: 'OK' }));
  }

  async commitPlan(branch: string): Promise<void> {
    await this.press(/^Commit Plan Changes/);
    await this.acceptTicked();
    await this.choose(`Commit on ${branch}`);
    await this.window.question('Message of the commit').press('Enter');
  }

  async checkout(branch: string): Promise<void> {
    await this.click(this.window.statusBarItem(/^\s*feature\/disruption-notices/));
    await this.choose(branch);
  }

  async choose(entry: string): Promise<void> {
    // Left, since an edge between editor groups may run below the middle.
    await this.click(this.window.choice(entry), { position: { x: 60, y: 8 } });
  }

  /** Takes an entry of the open menu, from a submenu if there are several. */
  private async entries(path: readonly string[]): Promise<void> {
    const entry = (name: string) => this.page.getByRole('menuitem', { name, exact: true });
    for (const name of path) {
      // A menu does not take the first click where it has just opened.
      await this.page.waitForTimeout(MENU_REST);
      await this.click(entry(name));
    }
    await this.page.waitForTimeout(MENU_REST);
  }

  private async click(what: Locator, options?: Parameters<Locator['click']>[0]): Promise<void> {
    await what.click(options);
    this.gestures++;
  }
}

import type { Locator, Page } from 'playwright-core';
import type { CodeWindow } from './codeWindow';
import type { Hand } from './hand';

/** Reviews by pointing and clicking. Keys are pressed only where VS Code asks for words. */
export class Mouse implements Hand {
  /** Clicks so far. */
  clicks = 0;

  constructor(
    private readonly page: Page,
    private readonly window: CodeWindow,
  ) {}

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

  async commitPlan(): Promise<void> {
    await this.press(/^Commit Plan Changes/);
    await this.click(this.page.locator('.quick-input-widget').getByRole('button', { name: 'OK' }));
    await this.choose('Commit on feature/');
    await this.window.question('Message of the commit').press('Enter');
  }

  async checkout(branch: string): Promise<void> {
    await this.click(this.window.statusBarItem(/^\s*feature\/disruption-notices/));
    await this.choose(branch);
  }

  private async choose(entry: string): Promise<void> {
    // Left, since an edge between editor groups may run below the middle.
    await this.click(this.window.choice(entry), { position: { x: 60, y: 8 } });
  }

  private async click(what: Locator, options?: Parameters<Locator['click']>[0]): Promise<void> {
    await what.click(options);
    this.clicks++;
  }
}

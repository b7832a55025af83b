import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { CodeWindow } from './codeWindow';
import type { Hand, ViewName } from './hand';

/** Steps after which something is taken to be out of reach. */
const MOST_STEPS = 80;

/** The words by which the palette finds what moves the focus to a view. */
const FOCUS: Record<ViewName, string> = {
  Milestones: 'focus on milestones',
  'Current Work': 'focus on current',
  Risks: 'focus on risks',
};

/** Works without a pointer. */
export class Keyboard implements Hand {
  /** Key presses so far; each character of a typed word is one. */
  gestures = 0;

  constructor(
    private readonly page: Page,
    private readonly window: CodeWindow,
  ) {}

  async button(_name: string, command: string): Promise<void> {
    await this.command(command.replace(/\.\.\.$/, ''), command);
  }

  async title(_view: ViewName, name: string, command: string): Promise<void> {
    await this.button(name, command);
  }

  async menu(view: ViewName, rows: readonly RegExp[], path: readonly string[]): Promise<void> {
    await this.toView(view);
    const [first = /^/, ...others] = rows;
    await this.toRow(first);
    if (others.length > 0) {
      // Arrows move the focus alone: without this, the first row would not be selected.
      await this.key('Space');
    }
    for (const row of others) {
      await this.key('Shift+ArrowDown');
      assert.match(await this.focusedRow(), row);
    }
    await this.fromMenu(...path);
  }

  async answer(prompt: string, text: string, shown?: string): Promise<void> {
    await this.window.answer(prompt, text, shown);
    this.gestures += text.length + 1;
  }

  async accept(): Promise<void> {
    await this.key('Enter');
  }

  async acceptTicked(): Promise<void> {
    await this.page.locator('.quick-input-widget').getByRole('button', { name: 'OK' }).waitFor();
    await this.key('Enter');
  }

  async openCommit(subject: RegExp): Promise<void> {
    await this.toView('Current Work');
    await this.toRow(subject);
    await this.key('Enter');
  }

  async review(commit: RegExp): Promise<void> {
    await this.toRow(commit);
    await this.fromMenu('Review This Branch');
  }

  async link(opened: RegExp, other: RegExp, task: string): Promise<void> {
    await this.toView('Current Work');
    await this.toRow(opened);
    await this.key('Shift+ArrowUp');
    assert.match(await this.focusedRow(), other);
    await this.fromMenu('Link Commit to Task...');
    await this.choose(task);
  }

  async unlink(commit: RegExp, task: string): Promise<void> {
    await this.toPanel();
    await this.toControl(commit);
    await this.toControl(new RegExp(`^Remove the link to ${task}`));
    await this.key('Enter');
  }

  async press(button: RegExp): Promise<void> {
    await this.toPanel();
    await this.toControl(button);
    await this.key('Enter');
  }

  async tick(box: RegExp): Promise<void> {
    await this.toPanel();
    await this.toControl(box);
    await this.key('Space');
  }

  async commitPlan(branch: string): Promise<void> {
    await this.toPanel();
    // The strip is above the tab where the work was.
    await this.toControl(/^Commit Plan Changes/, 'Shift+Tab');
    await this.key('Enter');
    await this.window.choice('plan/').waitFor();
    await this.key('Enter');
    await this.window.choice(`Commit on ${branch}`).waitFor();
    await this.key('Enter');
    await this.window.question('Message of the commit').waitFor();
    await this.key('Enter');
  }

  async checkout(branch: string): Promise<void> {
    await this.command('checkout to...', 'Git: Checkout to...');
    await this.choose(branch);
  }

  private async toView(view: ViewName): Promise<void> {
    await this.command(FOCUS[view], `Milepost: Focus on ${view} View`);
  }

  /** Runs a command from the palette, by some of its words. */
  private async command(words: string, name: string): Promise<void> {
    await this.key('F1');
    await this.choose(name, words);
  }

  /** Types words into the open picker until the entry is there, and takes it. */
  async choose(entry: string, words = entry): Promise<void> {
    await this.window.question('').waitFor();
    await this.page.keyboard.type(words);
    this.gestures += words.length;
    await this.window.choice(entry).waitFor();
    const first = this.page.locator('.quick-input-list .monaco-list-row.focused');
    while (!(await first.textContent())?.includes(entry)) {
      await this.key('ArrowDown');
    }
    await this.key('Enter');
  }

  /** Moves the focus in the tree that has it, from the top down. */
  private async toRow(name: RegExp): Promise<void> {
    await this.key('Home');
    for (let step = 0; step < MOST_STEPS; step++) {
      if (name.test(await this.focusedRow())) {
        return;
      }
      await this.key('ArrowDown');
    }
    throw new Error(`The keyboard does not come to ${name}.`);
  }

  private async focusedRow(): Promise<string> {
    const row = this.page.locator('.sidebar .monaco-list:focus .monaco-list-row.focused');
    return (await row.getAttribute('aria-label')) ?? '';
  }

  /** Takes an entry of the row's menu, from a submenu if there are several. */
  private async fromMenu(...path: readonly string[]): Promise<void> {
    await this.key('Shift+F10');
    await this.page.locator('.monaco-menu').first().waitFor();
    for (const [depth, entry] of path.entries()) {
      await this.toEntry(entry, depth);
      await this.key(depth < path.length - 1 ? 'ArrowRight' : 'Enter');
    }
  }

  /** Moves down the menu, or the submenu that has opened with its first entry in focus. */
  private async toEntry(entry: string, depth: number): Promise<void> {
    const focused = this.page.locator('.monaco-menu').nth(depth).locator('.action-item.focused').last();
    for (let step = 0; step < MOST_STEPS; step++) {
      if (depth === 0 || step > 0) {
        await this.key('ArrowDown');
      }
      if ((await focused.textContent())?.startsWith(entry)) {
        return;
      }
    }
    throw new Error(`The menu has no ${entry}.`);
  }

  private async toPanel(): Promise<void> {
    await this.key('Control+2');
  }

  /** From one control of the panel to the next. */
  private async toControl(name: RegExp, step = 'Tab'): Promise<void> {
    const { panel } = this.window;
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      const focused = panel.locator(':focus');
      if ((await focused.count()) > 0 && name.test(await nameOf(focused))) {
        return;
      }
      await this.key(step);
    }
    throw new Error(`The keyboard does not come to ${name}.`);
  }

  private async key(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    this.gestures++;
  }
}

async function nameOf(control: ReturnType<Page['locator']>): Promise<string> {
  return (await control.getAttribute('aria-label')) ?? (await control.textContent()) ?? '';
}

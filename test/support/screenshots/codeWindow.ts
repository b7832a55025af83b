import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { smallPng } from './smallPng';

/** A VS Code window in a page, used as a person would use it. */
export class CodeWindow {
  /** The content of the progress panel. */
  readonly panel: FrameLocator;

  /** @param folder where pictures go, if any are taken */
  constructor(
    private readonly page: Page,
    private readonly folder = '',
  ) {
    this.panel = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  /** Opens the Milepost side bar. */
  async openSideBar(): Promise<void> {
    const tab = this.page.getByRole('tab', { name: /^Milepost/ });
    await tab.waitFor();
    if ((await tab.getAttribute('aria-expanded')) !== 'true') {
      await tab.click();
    }
    await this.movePointerAway();
    await this.page.locator('.sidebar').getByRole('heading', { name: 'Milepost' }).waitFor();
  }

  /** Runs a command from the palette by its full name. */
  async command(name: string): Promise<void> {
    await this.ask(name);
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /**
   * Runs a command that asks something next. Enter takes the row in focus, which may still be another one of the list
   * before it was filtered. A webview that loads meanwhile closes the palette, or swallows the key that opens it: then
   * the window takes the focus back and tries again.
   */
  async ask(name: string): Promise<void> {
    const palette = this.page.locator('.quick-input-widget');
    const row = palette.locator('.monaco-list-row.focused').getByText(name, { exact: true });
    const find = async () => {
      await this.page.keyboard.press('F1');
      await palette.locator('input[type="text"]').fill(`>${name}`, { timeout: 4_000 });
      await row.waitFor({ timeout: 4_000 });
      await this.page.keyboard.press('Enter', { delay: 20 });
    };
    for (let left = 10; ; left--) {
      try {
        return await find();
      } catch (error) {
        if (left === 0) {
          throw error;
        }
        await this.page.evaluate('document.activeElement?.blur(), window.focus()');
      }
    }
  }

  /** Closes what a command asks, without an answer. */
  async giveUp(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** A part of the window by its selector. */
  part(selector: string): Locator {
    return this.page.locator(selector).first();
  }

  /** A row of a tree in the side bar, the first that matches. */
  row(name: RegExp): Locator {
    return this.page.locator('.sidebar').getByRole('treeitem', { name }).first();
  }

  /** Expands a row of a tree and waits for the first row inside it. */
  async expand(name: RegExp): Promise<void> {
    const row = this.row(name);
    if ((await row.getAttribute('aria-expanded')) === 'false') {
      await row.locator('.monaco-tl-twistie').click();
    }
    await row.locator('xpath=self::*[@aria-expanded="true"]/following-sibling::*').first().waitFor();
  }

  /** Leaves the whole side bar to the other views. */
  async collapseView(name: string): Promise<void> {
    const header = this.page.getByRole('button', { name: `${name} Section` });
    await header.click();
    await this.page.locator(`.pane-header[aria-expanded="false"]`, { hasText: name }).waitFor();
  }

  /** Drags the edge of the side bar, in pixels. */
  async widenSideBar(by: number): Promise<void> {
    const box = await this.page.locator('.part.sidebar').boundingBox();
    if (!box) {
      throw new Error('The side bar is closed.');
    }
    const [edge, middle] = [box.x + box.width, box.y + box.height / 2];
    await this.page.mouse.move(edge, middle);
    await this.page.mouse.down();
    await this.page.mouse.move(edge + by, middle, { steps: 5 });
    await this.page.mouse.up();
  }

  async openTab(name: string): Promise<void> {
    await this.panel.getByRole('tab', { name, exact: true }).click();
    await this.panel.locator(`[role="tab"][aria-selected="true"]`, { hasText: name }).waitFor();
    await this.panel.locator('.busy').waitFor({ state: 'detached' });
  }

  statusBarItem(text: RegExp): Locator {
    return this.page.locator('.statusbar-item', { hasText: text }).first();
  }

  /** An entry of the open picker, the first with this text. */
  choice(text: string): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
  }

  /** Types the answer to a question and accepts it, as in `Hand.answer`. */
  async answer(prompt: string, text: string, shown?: string): Promise<void> {
    const input = this.question(prompt);
    await input.waitFor();
    await input.fill('');
    await this.page.keyboard.type(text);
    if (shown !== undefined) {
      await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: shown }).waitFor();
    }
    await this.page.keyboard.press('Enter');
  }

  /** Where the answer is typed to a question of VS Code's, by the prompt of the question or a part of it. */
  question(prompt: string): Locator {
    return this.page.locator('.quick-input-widget', { hasText: prompt }).locator('input[type="text"]');
  }

  /**
   * Writes `NAME.png` once nothing moves any more.
   * @param hover where the pointer rests, for a picture with its tooltip
   */
  async shoot(name: string, hover?: Locator): Promise<void> {
    const tooltip = this.page.locator('.workbench-hover.monaco-hover').first();
    do {
      await this.movePointerAway();
      if (hover) {
        // Near the right end of a row, so that its tooltip does not cover what is below it.
        const box = await hover.boundingBox();
        await hover.hover({ position: { x: (box?.width ?? 100) - 60, y: 10 } });
        await tooltip.waitFor();
      }
      await this.settle();
      // A row that is drawn again meanwhile takes its tooltip with it.
    } while (hover && !(await tooltip.isVisible()));
    writeFileSync(join(this.folder, `${name}.png`), smallPng(await this.page.screenshot()));
    console.log(`${name}.png`);
  }

  /** Writes `NAME.png` with one part of the window, once nothing moves any more. */
  async shootPart(name: string, part: Locator): Promise<void> {
    await this.movePointerAway();
    await this.settle();
    await part.screenshot({ path: join(this.folder, `${name}.png`) });
    console.log(`${name}.png`);
  }

  /** To where nothing has a tooltip: the lower left corner. */
  private async movePointerAway(): Promise<void> {
    await this.page.mouse.move(1, (this.page.viewportSize()?.height ?? 2) - 1);
  }

  /** Resolves when the window's fonts are there and its picture has stayed the same. */
  private async settle(): Promise<void> {
    await this.page.evaluate('document.fonts.ready');
    let before = await this.page.screenshot();
    for (;;) {
      await this.page.evaluate(
        'new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))',
      );
      const now = await this.page.screenshot();
      if (now.equals(before)) {
        return;
      }
      before = now;
    }
  }
}

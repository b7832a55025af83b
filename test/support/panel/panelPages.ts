import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../host/browser.mjs';
import { PanelPage } from './panelPage';
import type { ModelSource, PanelPageOptions } from './panelPage';

/** One for all files of a run: every page has a context of its own. */
let browser: Promise<Browser> | undefined;
/** Pages that show no panel. */
const idle: Page[] = [];

after(async () => (await browser)?.close());

/** Gives what opens pages for the tests of a `describe`; they are closed after each test. */
export function panelPages(): (source: ModelSource, options?: PanelPageOptions) => Promise<PanelPage> {
  const opened: PanelPage[] = [];
  afterEach(async function () {
    for (const panel of opened.splice(0)) {
      // What went wrong may have to do with the page.
      if (this.currentTest?.isFailed()) {
        await panel.page.close();
      } else {
        await panel.close();
        idle.push(panel.page);
      }
    }
  });
  return async (source, options) => {
    browser ??= launchBrowser();
    const page = idle.pop() ?? (await PanelPage.prepare(await browser));
    const panel = await PanelPage.open(page, source, options);
    opened.push(panel);
    return panel;
  };
}

/** Waits until an element reads so, all of it; tells what it reads instead when it does not come to that. */
export async function reads(element: Locator, wanted: RegExp): Promise<void> {
  try {
    await element.filter({ hasText: wanted }).waitFor();
  } catch (cause) {
    throw new Error(`${wanted} is not what stands there: ${await element.textContent()}`, { cause });
  }
}

/** Waits until there are so many elements. */
export async function areThere(elements: Locator, count: number): Promise<void> {
  if (count > 0) {
    await elements.nth(count - 1).waitFor({ state: 'attached' });
  }
  await elements.nth(count).waitFor({ state: 'detached' });
}

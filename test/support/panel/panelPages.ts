import type { Browser, Locator } from 'playwright-core';
import { launchBrowser } from '../host/browser.mjs';
import { PanelPage } from './panelPage';
import type { ModelSource, PanelPageOptions } from './panelPage';

/** One for all files of a run: every page has a context of its own. */
let browser: Promise<Browser> | undefined;

after(async () => (await browser)?.close());

/** Gives what opens pages for the tests of a `describe`; they are closed after each test. */
export function panelPages(): (source: ModelSource, options?: PanelPageOptions) => Promise<PanelPage> {
  const opened: PanelPage[] = [];
  afterEach(async () => {
    for (const panel of opened.splice(0)) {
      await panel.close();
    }
  });
  return async (source, options) => {
    browser ??= launchBrowser();
    const panel = await PanelPage.open(await browser, source, options);
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

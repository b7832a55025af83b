import { launchBrowser } from './browser.mjs';
import { startServer } from './server.mjs';

/** What a slow machine may take for anything in a window, in milliseconds. */
const patience = 120_000;

export async function startHost({ folder, vsix, extensionsDir, settings, trust, colorTheme }) {
  const theme = colorTheme ? { 'workbench.colorTheme': colorTheme } : {};
  const server = await startServer({ vsix, extensionsDir, trust, settings: { ...settings, ...theme } });
  const address = opened =>
    opened ? `${server.url}/?${new URLSearchParams({ folder: opened })}` : server.url;
  let browser;
  try {
    browser = await launchBrowser();
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    url: address(folder),
    async page(viewport = { width: 1280, height: 800 }, other = folder) {
      const page = await browser.newPage({ viewport, reducedMotion: 'reduce' });
      page.setDefaultTimeout(patience);
      await page.goto(address(other));
      await drawn(page);
      return page;
    },
    async open(page, other) {
      await page.goto(address(other));
      await drawn(page);
    },
    async stop() {
      await browser.close();
      await server.stop();
    },
  };
}

/** The theme comes from an extension, seconds after the first drawing: with it the window is complete. */
async function drawn(page) {
  await page.locator('.monaco-workbench[class*="-themes-"] .activitybar').waitFor();
}

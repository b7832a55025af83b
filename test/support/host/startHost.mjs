import { launchBrowser } from './browser.mjs';
import { startServer } from './server.mjs';

export async function startHost({ folder, vsix, extensionsDir, settings, trust, colorTheme }) {
  const theme = colorTheme ? { 'workbench.colorTheme': colorTheme } : {};
  const server = await startServer({ vsix, extensionsDir, trust, settings: { ...settings, ...theme } });
  const url = folder ? `${server.url}/?${new URLSearchParams({ folder })}` : server.url;
  let browser;
  try {
    browser = await launchBrowser();
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    url,
    async page(viewport = { width: 1280, height: 800 }) {
      const page = await browser.newPage({ viewport });
      await page.goto(url);
      // The theme comes from an extension, seconds after the first drawing: with it the window is complete.
      await page.locator('.monaco-workbench[class*="-themes-"] .activitybar').waitFor({ timeout: 120_000 });
      return page;
    },
    async stop() {
      await browser.close();
      await server.stop();
    },
  };
}

import type { Page } from 'playwright-core';
import { planFolder } from '../../support/host/planFolder.mjs';
import type { Host } from '../../support/host/startHost.mjs';
import { startHost } from '../../support/host/startHost.mjs';

describe('activity bar', () => {
  const plan = planFolder();
  let host: Host;
  let page: Page;

  before(async () => {
    host = await startHost({ folder: plan.folder, vsix: process.env.MILEPOST_VSIX });
    page = await host.page();
  });

  after(async () => {
    await host?.stop();
    plan.remove();
  });

  it('shows the Milepost view container, which opens by a click', async () => {
    const tab = page.getByRole('tab', { name: 'Milepost' });
    await tab.click();
    await page.locator('.sidebar').getByRole('heading', { name: 'Milepost' }).waitFor();
    await page.getByRole('tab', { name: 'Milepost', expanded: true }).waitFor();
  });

  it('shows the milestone of the plan that is open', async () => {
    await page.getByRole('treeitem', { name: /Opening/ }).waitFor();
  });
});

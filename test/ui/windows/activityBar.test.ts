import type { Page } from 'playwright-core';
import { planFolder } from '../../support/host/planFolder.mjs';
import { sharedHost } from '../../support/host/sharedHost';

describe('activity bar', () => {
  const plan = planFolder();
  let page: Page;

  before(async () => {
    page = await (await sharedHost()).page(undefined, plan.folder);
  });

  after(async () => {
    await page?.close();
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

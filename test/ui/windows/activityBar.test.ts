import type { Page } from 'playwright-core';
import { sampleWindow } from '../../support/host/sampleWindow';

describe('activity bar', () => {
  let page: Page;

  before(async () => {
    ({ page } = await sampleWindow());
  });

  it('shows the Milepost view container, which opens by a click', async () => {
    const tab = page.getByRole('tab', { name: 'Milepost' });
    await tab.click();
    await page.locator('.sidebar').getByRole('heading', { name: 'Milepost' }).waitFor();
    await page.getByRole('tab', { name: 'Milepost', expanded: true }).waitFor();
  });

  it('shows the milestones of the plan that is open', async () => {
    await page.getByRole('treeitem', { name: /Payments and refunds/ }).waitFor();
  });
});

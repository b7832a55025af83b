import type { FrameLocator, Page } from 'playwright-core';
import type { SampleWindow } from '../../support/host/sampleWindow';
import { sampleWindow } from '../../support/host/sampleWindow';
import type { CodeWindow } from '../../support/screenshots/codeWindow';

describe('progress panel in VS Code', () => {
  let page: Page;
  let git: SampleWindow['git'];
  let panel: FrameLocator;
  let window: CodeWindow;

  before(async () => {
    ({ page, window, git } = await sampleWindow());
    await window.openSideBar();
    await window.row(/APP-42/).waitFor();
    await window.command('Milepost: Open Progress');
    ({ panel } = window);
  });

  it('opens with the review on a branch off the default one', async () => {
    await panel.getByRole('heading', { name: 'Tasks in this branch' }).waitFor();
    await panel.getByRole('tab', { name: 'Review', selected: true }).waitFor();
  });

  it('follows a commit from a shell', async () => {
    git('commit', '--quiet', '--allow-empty', '-m', 'APP-42 From a shell');
    await panel.getByRole('button', { name: 'APP-42 From a shell' }).waitFor();
  });

  it('takes any head, and follows the checkout again', async () => {
    await panel.getByRole('button', { name: /Choose the head/ }).click();
    await page.locator('.quick-input-widget').getByText('Head of the review').waitFor();
    await page.locator('.quick-input-widget input[type="text"]').fill('main~1');
    await page.locator('.quick-input-list').getByText('Use "main~1"').waitFor();
    await page.keyboard.press('Enter');
    await panel.getByRole('button', { name: /Choose the head, currently main~1/ }).waitFor();
    await panel.getByRole('button', { name: 'Follow the checkout again' }).click();
    await panel.getByRole('button', { name: 'APP-42 From a shell' }).waitFor();
  });

  it('follows a checkout', async () => {
    git('checkout', '--quiet', 'main');
    await panel.locator('.message-title', { hasText: 'Nothing to review on main' }).waitFor();
  });

  it('leads from a risk to its file', async () => {
    await panel.getByRole('tab', { name: 'Risks' }).click();
    await panel.getByRole('button', { name: /^R-1 / }).click();
    await page.locator('.tab.active').getByText(/^r-1/).waitFor();
  });

  it('comes back with its tab after it was hidden, and after the window was reloaded', async () => {
    await page.locator('.tab', { hasText: /Harbor/ }).click();
    await panel.getByRole('tab', { name: 'Risks', selected: true }).waitFor();
    // VS Code's own command saves what editors keep; a reload of the page in a browser may come too soon for that.
    const loaded = page.waitForEvent('load');
    await window.command('Developer: Reload Window');
    await loaded;
    // VS Code saves late which editor is in front: a window that is reloaded at once may bring back the other one.
    await page.locator('.tab', { hasText: /Harbor/ }).click();
    await panel.getByRole('tab', { name: 'Risks', selected: true }).waitFor();
    await panel.getByRole('button', { name: /^R-1 / }).waitFor();
    git('checkout', '--quiet', '-');
    await panel.getByRole('tab', { name: 'Review' }).click();
    await panel.getByRole('heading', { name: 'Tasks in this branch' }).waitFor();
  });
});

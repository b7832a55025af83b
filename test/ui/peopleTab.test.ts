import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { panelModel } from '../../src/present/panel/panelModel';
import { launchBrowser } from '../support/host/browser.mjs';
import { anInput, handMade } from '../support/panel/handMade';
import { PanelPage } from '../support/panel/panelPage';

const { snapshot, answers } = handMade();

describe('people tab', () => {
  let browser: Browser;
  let panel: PanelPage | undefined;

  before(async () => {
    browser = await launchBrowser();
  });

  afterEach(async () => {
    await panel?.close();
    panel = undefined;
  });

  after(() => browser.close());

  const open = async (width = 900): Promise<PanelPage> =>
    (panel = await PanelPage.open(browser, view => panelModel({ ...anInput(snapshot, {}, answers), view }), {
      width,
      view: { tab: 'people', revision: 1 },
    }));

  it('is one stop for Tab, moves between weeks by arrow keys and shows the tasks of the chosen one', async () => {
    const { page, received, complaints } = await open();
    const cells = page.locator('.workload tbody td button');
    await cells.first().focus();
    assert.equal(await page.locator('.workload [tabindex="0"]').count(), 1);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    const focused = await page.evaluate<string>('document.activeElement.dataset.cell');
    assert.equal(focused, '1 1');
    assert.equal(await page.locator('.workload [tabindex="0"]').getAttribute('data-cell'), '1 1');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    const name = (await cells.first().getAttribute('aria-label')) ?? '';
    await page.getByRole('heading', { name: name.slice(0, name.indexOf(':')) }).waitFor();
    assert.equal(await page.locator('.workload [aria-selected="true"]').count(), 1);
    await page.locator('[aria-live] button.item').first().click();
    assert.equal(received.at(-1)?.type, 'openItem');
    // Choosing it again closes it.
    await cells.first().click();
    assert.equal(await page.locator('.workload [aria-selected="true"]').count(), 0);
    assert.deepEqual(complaints, []);
  });

  it('copies what it shows', async () => {
    const { page, received } = await open();
    await page.getByRole('button', { name: 'Copy as Markdown' }).click();
    await page.getByRole('button', { name: 'Copy as CSV' }).click();
    const copied = received.flatMap(message => (message.type === 'copyText' ? [message.text] : []));
    assert.match(copied[0] ?? '', /^\| Person \| 2026-11-16 \|/);
    assert.match(copied[1] ?? '', /^person,name,week,/);
  });

  it('scrolls its weeks and keeps the names in sight where it is narrow', async () => {
    const { page } = await open(320);
    const last = page.locator('.workload tbody tr:first-child td button').last();
    await last.focus();
    const box = await page.locator('.workload tbody th').first().boundingBox();
    const cell = await last.boundingBox();
    assert.ok(box && cell && box.x >= 0 && cell.x >= box.x + box.width && cell.x + cell.width <= 320);
  });
});

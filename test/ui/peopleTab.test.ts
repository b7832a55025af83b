import assert from 'node:assert/strict';
import { panelModel } from '../../src/present/panel/panelModel';
import { anInput, handMade } from '../support/panel/handMade';
import type { PanelPage } from '../support/panel/panelPage';
import { areThere, panelPages, reads } from '../support/panel/panelPages';

const { snapshot, answers } = handMade();

describe('people tab', () => {
  const openPage = panelPages();
  const open = (width = 900): Promise<PanelPage> =>
    openPage(view => panelModel({ ...anInput(snapshot, {}, answers), view }), {
      width,
      view: { tab: 'people', revision: 1 },
    });

  it('is one stop for Tab, moves between weeks by arrow keys and shows the tasks of the chosen one', async () => {
    const panel = await open();
    const { page, complaints } = panel;
    const cells = page.locator('.workload tbody td button');
    await cells.first().focus();
    await areThere(page.locator('.workload [tabindex="0"]'), 1);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.locator('.workload [data-cell="1 1"][tabindex="0"]:focus').waitFor();
    await areThere(page.locator('.workload [tabindex="0"]'), 1);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    const name = (await cells.first().getAttribute('aria-label')) ?? '';
    await page.getByRole('heading', { name: name.slice(0, name.indexOf(':')) }).waitFor();
    await areThere(page.locator('.workload [aria-selected="true"]'), 1);
    const week = page.getByRole('region', { name: name.slice(0, name.indexOf(':')) });
    await reads(page.locator('[aria-live]'), new RegExp(`^${name.slice(0, name.indexOf(':'))}\\. `));
    await week.locator('button.item').first().click();
    assert.equal((await panel.sent()).at(-1)?.type, 'openItem');
    // Choosing it again closes it.
    await cells.first().click();
    await areThere(page.locator('.workload [aria-selected="true"]'), 0);
    assert.deepEqual(complaints, []);
  });

  it('copies what it shows', async () => {
    const panel = await open();
    const { page } = panel;
    await page.getByRole('button', { name: 'Copy as Markdown' }).click();
    await page.getByRole('button', { name: 'Copy as CSV' }).click();
    assert.deepEqual(await panel.exported(), ['people markdown', 'people csv']);
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

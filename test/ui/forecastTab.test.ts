import assert from 'node:assert/strict';
import { panelModel } from '../../src/present/panel/panelModel';
import { anInput, handMade } from '../support/panel/handMade';
import { panelPages, reads } from '../support/panel/panelPages';

const { snapshot, answers } = handMade();

describe('forecast tab', () => {
  const open = panelPages();

  it('says how many tasks will be done by a date, at first by the nearest due date', async () => {
    const { page, complaints } = await open(view => panelModel({ ...anInput(snapshot, {}, answers), view }), {
      view: { tab: 'forecast', revision: 1 },
    });
    const words = page.locator('.by-day p');
    await reads(words, /^More tasks done by 18 Dec: \d+ or more in 85% of runs, \d+ in 50%, \d+ in 15%\.$/);
    const day = page.getByLabel('By the end of');
    await day.fill('2026-11-21');
    await reads(page.locator('[aria-live]'), /^More tasks done by 21 Nov: 0 or more in/);
    await reads(words, /^More tasks done by 21 Nov: 0 or more in/);
    await day.fill('2031-01-01');
    await reads(words, /These are all tasks that are open today\.$/);
    await day.fill('');
    await reads(words, /^More tasks done by 1 Jan 2031/);
    await page.locator('.chart svg').focus();
    await page.keyboard.press('End');
    const hasText = (await page.locator('.chart-words').textContent()) ?? '';
    await page.locator('[aria-live]').filter({ hasText }).waitFor();
    assert.deepEqual(complaints, []);
  });
});

import assert from 'node:assert/strict';
import { panelModel } from '../../src/present/panel/panelModel';
import { launchBrowser } from '../support/host/browser.mjs';
import { anInput, handMade } from '../support/panel/handMade';
import { PanelPage } from '../support/panel/panelPage';

const { snapshot, answers } = handMade();

describe('forecast tab', () => {
  it('says how many tasks will be done by a date, at first by the nearest due date', async () => {
    const browser = await launchBrowser();
    try {
      const panel = await PanelPage.open(
        browser,
        view => panelModel({ ...anInput(snapshot, {}, answers), view }),
        { view: { tab: 'forecast', revision: 1 } },
      );
      const words = panel.page.locator('.by-day p');
      assert.match(
        (await words.textContent()) ?? '',
        /^By 18 Dec 2026: at least \d+ more tasks done in 85 % of the runs, \d+ in half of them, \d+ in 15 %\.$/,
      );
      const day = panel.page.getByLabel('By the end of');
      await day.fill('2026-11-21');
      assert.match((await words.textContent()) ?? '', /^By 21 Nov 2026: at least 0 more/);
      await day.fill('2031-01-01');
      assert.match((await words.textContent()) ?? '', /The forecast ends before that day\.$/);
      await day.fill('');
      assert.match((await words.textContent()) ?? '', /^By 1 Jan 2031/);
      assert.deepEqual(panel.complaints, []);
    } finally {
      await browser.close();
    }
  });
});

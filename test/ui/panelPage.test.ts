import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { panelModel } from '../../src/present/panel/panelModel';
import { TABS } from '../../src/shared/protocol';
import type { PanelState } from '../../src/shared/protocol';
import { launchBrowser } from '../support/host/browser.mjs';
import { anInput, aView, handMade } from '../support/panel/handMade';
import { PanelPage } from '../support/panel/panelPage';
import type { ModelSource } from '../support/panel/panelPage';
import { THEMES } from '../support/panel/themes';
import type { ThemeName } from '../support/panel/themes';

const { snapshot, answers } = handMade();
const source: ModelSource = view => panelModel({ ...anInput(snapshot, {}, answers), view });

describe('panel page', () => {
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

  for (const theme of Object.keys(THEMES) as ThemeName[]) {
    for (const tab of TABS) {
      it(`breaks no accessibility rule and stays within 320 px: ${tab}, ${theme}`, async () => {
        panel = await PanelPage.open(browser, source, { theme, width: 320, view: { tab, revision: 1 } });
        const { page } = panel;
        // Folded parts count as well.
        await page.evaluate(
          `document.querySelectorAll('[aria-expanded=false]').forEach(fold => fold.click())`,
        );
        await page.evaluate(axe.source);
        const violations = await page.evaluate<readonly { id: string; nodes: readonly { html: string }[] }[]>(
          'axe.run().then(result => result.violations)',
        );
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
        assert.deepEqual(found, []);
        assert.ok((await page.evaluate<number>('document.documentElement.scrollWidth')) <= 320);
        assert.deepEqual(panel.complaints, []);
      });
    }
  }

  it('moves between tabs by arrow keys, with one stop for Tab', async () => {
    panel = await PanelPage.open(browser, source);
    const { page } = panel;
    await page.getByRole('tab', { name: 'Overview' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('tab', { name: 'Timeline', selected: true }).waitFor();
    await page.keyboard.press('End');
    await page.getByRole('heading', { name: 'Tasks served' }).waitFor();
    assert.equal(await page.getByRole('tab', { selected: true }).textContent(), 'Review');
    assert.equal(await page.locator('[role=tab][tabindex="0"]').count(), 1);
  });

  it('sends what is clicked as messages the host accepts', async () => {
    panel = await PanelPage.open(browser, source, { view: { tab: 'review', revision: 1 } });
    const { page, received } = panel;
    await page.getByRole('button', { name: 'Lock after ten attempts' }).click();
    await page.getByRole('button', { name: 'The lock is lifted by a password reset' }).click();
    await page.getByRole('button', { name: /^Choose the head/ }).click();
    await page.getByRole('button', { name: 'Remove the link to APP-4' }).click();
    assert.deepEqual(
      received.slice(1).map(({ type }) => type),
      ['openCommit', 'openPlace', 'pickEnd', 'unlinkCommit'],
    );
    assert.deepEqual(panel.complaints, []);
  });

  it('asks for the status and for another span of time', async () => {
    panel = await PanelPage.open(browser, source);
    const { page, received } = panel;
    await page.getByRole('button', { name: 'Copy Status for Engineers' }).click();
    await page.getByLabel('In the last').selectOption('30 days');
    await page.getByText('in the last 30 days, by task').waitFor();
    assert.deepEqual(received.slice(1), [
      { type: 'copyStatus', audience: 'engineers' },
      { type: 'view', view: { revision: 1, tab: 'overview', source: 'default', shown: {}, since: 30 } },
    ]);
    assert.deepEqual(panel.complaints, []);
  });

  it('keeps focus and scroll when the plan changes', async () => {
    panel = await PanelPage.open(browser, source, { height: 300 });
    const { page } = panel;
    await page.getByRole('button', { name: 'Reasons for Public launch' }).focus();
    await page.evaluate('window.scrollTo(0, 150)');
    await panel.update(view => {
      const model = source(view) as ReturnType<typeof panelModel>;
      return model.kind === 'plan' ? { ...model, name: 'Renamed' } : model;
    });
    await page.getByRole('heading', { name: 'Renamed' }).waitFor();
    const focused = await page.evaluate(`document.activeElement.getAttribute('aria-label')`);
    assert.equal(focused, 'Reasons for Public launch');
    assert.equal(await page.evaluate('window.scrollY'), 150);
  });

  it('comes back with its tab, filter, folds and scroll', async () => {
    const view = aView({ tab: 'risks', band: 'severe', revision: 9 });
    const state: PanelState = { plan: '/repo/plan', view, scroll: { risks: 90 }, open: ['closed-risks'] };
    panel = await PanelPage.open(browser, source, { state, height: 300, width: 320 });
    const { page } = panel;
    const register = page.getByRole('region', { name: 'Register' });
    await register.getByText('The passkey vendor delivers late').waitFor();
    assert.equal(await register.getByText('The load test finds').count(), 0);
    assert.equal(await page.getByText('No test environment').count(), 1);
    assert.equal(await page.evaluate('window.scrollY'), 90);
  });

  it('starts afresh when what was kept makes no sense', async () => {
    panel = await PanelPage.open(browser, source, { state: { plan: '/repo/plan', view: { tab: 'people' } } });
    assert.equal(await panel.page.getByRole('tab', { selected: true }).textContent(), 'Overview');
    assert.deepEqual(panel.complaints, []);
  });

  it('shows repository text as text', async () => {
    const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
    panel = await PanelPage.open(browser, view => {
      const model = source(view) as ReturnType<typeof panelModel>;
      return model.kind === 'plan' ? { ...model, name: hostile } : model;
    });
    assert.equal(await panel.page.getByRole('heading', { level: 1 }).textContent(), hostile);
    assert.equal(await panel.page.locator('img').count(), 0);
  });

  it('drops an answer to an older choice', async () => {
    panel = await PanelPage.open(browser, source);
    const { page } = panel;
    await page.getByRole('tab', { name: 'Risks' }).click();
    await page.getByRole('heading', { name: 'Register' }).waitFor();
    const stale = aView({ revision: 0 });
    await panel.post({ type: 'show', version: 99, view: stale, model: await source(stale) });
    assert.equal(await page.getByRole('heading', { name: 'Register' }).count(), 1);
  });
});

import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Risk } from '../../src/core/plan/model';
import { panelModel } from '../../src/present/panel/panelModel';
import type { PanelState } from '../../src/shared/protocol';
import { anInput, aRisk, aView, factsFor, handMade, snapshotOf } from '../support/panel/handMade';
import type { ModelSource, PanelPage, PanelPageOptions } from '../support/panel/panelPage';
import { areThere, panelPages, reads } from '../support/panel/panelPages';
import { aPlan } from '../support/planBuilder';

const { snapshot, answers } = handMade();
const source: ModelSource = view => panelModel({ ...anInput(snapshot, {}, answers), view });

describe('risks tab', () => {
  const openPage = panelPages();
  const open = (of: ModelSource = source, options: PanelPageOptions = {}): Promise<PanelPage> =>
    openPage(of, { view: { tab: 'risks', revision: 1 }, ...options });

  /** Waits for the host's answer: so many risks stand in the register. */
  const registered = (page: Page, count: number): Promise<void> =>
    areThere(page.locator('[aria-label="Register"] li.risk'), count);
  const ofRisks = (risks: readonly Risk[]): ModelSource => {
    const plain = snapshotOf(factsFor(aPlan([], {}, { risks })));
    return view => panelModel({ ...anInput(plain), view });
  };

  it('is a grid with one stop for Tab, whose cells choose risks by keyboard and let go of them again', async () => {
    const panel = await open();
    const { page, complaints } = panel;
    const grid = page.getByRole('grid', { name: 'Heat map' });
    await grid.getByRole('button').first().focus();
    await areThere(grid.locator('[tabindex="0"]'), 1);
    await page.keyboard.press('ArrowDown');
    for (let i = 0; i < 3; i++) {
      await page.keyboard.press('ArrowRight');
    }
    await grid.locator('[aria-label="Probability 4, impact 4, Severe, 1 risk, risen"]:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.only', { hasText: 'Only probability 4 × impact 4' }).waitFor();
    await registered(page, 1);
    assert.deepEqual((await panel.sent()).at(-1), {
      type: 'view',
      view: {
        revision: 2,
        tab: 'risks',
        source: 'default',
        shown: {},
        band: undefined,
        cell: { probability: 4, impact: 4 },
      },
    });
    await page.keyboard.press('Space');
    await page.locator('.only', { hasText: 'Only probability 4 × impact 4' }).waitFor({ state: 'detached' });
    await registered(page, 5);
    assert.deepEqual(complaints, []);
  });

  it('has headers for rows and columns, and names the risks of a cell', async () => {
    const { page } = await open();
    const grid = page.getByRole('grid', { name: 'Heat map' });
    assert.equal(await grid.getByRole('rowheader').count(), 5);
    assert.deepEqual(await grid.getByRole('columnheader').allTextContents(), [
      'Probability',
      'Impact',
      '1 minimal',
      '2 minor',
      '3 medium',
      '4 major',
      '5 critical',
    ]);
    const title = await grid.getByRole('button', { name: /^Probability 4, impact 4/ }).getAttribute('title');
    assert.match(title ?? '', /\nR-1 The passkey vendor delivers late · was at probability 3 × impact 4$/);
  });

  it('does nothing in an empty cell, and leaves the cell for a band', async () => {
    const panel = await open();
    const { page } = panel;
    const before = await panel.sent();
    await page.getByRole('button', { name: /^Probability 5, impact 5/ }).click({ force: true });
    assert.deepEqual(await panel.sent(), before);
    await page.getByRole('button', { name: /^Probability 2, impact 5/ }).click();
    await page.locator('.only', { hasText: 'Only probability 2 × impact 5' }).waitFor();
    await page.getByRole('button', { name: 'Moderate 1' }).click();
    await page.locator('.only', { hasText: 'Only probability 2 × impact 5' }).waitFor({ state: 'detached' });
    await areThere(page.locator('.heat [aria-selected="true"]'), 0);
    await registered(page, 1);
  });

  it('keeps the cell over a reload', async () => {
    const view = aView({ tab: 'risks', cell: { probability: 3, impact: 3 }, revision: 9 });
    const state: PanelState = { plan: '/repo/plan', view, scroll: {}, open: [] };
    const { page } = await open(source, { state });
    await page.locator('.only', { hasText: 'Only probability 3 × impact 3' }).waitFor();
    await areThere(page.locator('.heat [aria-selected="true"]'), 1);
    await registered(page, 1);
  });

  it('says what moved, and asks for another baseline', async () => {
    const panel = await open();
    const { page } = panel;
    const moves = page.getByRole('region', { name: 'What changed' });
    const [first] = await moves.locator('li').allInnerTexts();
    assert.match(first ?? '', /R-1 The passkey vendor delivers late\s+12 high\s+16 severe/);
    await moves.getByLabel('Since').selectOption('30');
    await page.getByText('Since 21 Oct:').waitFor();
    const last = (await panel.sent()).at(-1);
    assert.ok(last?.type === 'view' && last.view.since === 30);
  });

  it('reads the trend by arrow keys and by pointer', async () => {
    const { page } = await open();
    const trend = page.getByRole('region', { name: 'Open risks over time' });
    const words = trend.locator('.chart-words');
    await reads(words, /^Risks: 2 on 1 Sep, 5 today\.$/);
    await trend.getByRole('img').focus();
    await page.keyboard.press('ArrowRight');
    await reads(words, /^1 Sep: Moderate 1 · Not scored 1$/);
    await page.keyboard.press('End');
    await reads(words, /^10 Nov: Severe 1 · High 1 · Moderate 1 · Low 1/);
    await page.keyboard.press('Escape');
    const box = await trend.getByRole('img').boundingBox();
    assert.ok(box);
    // Just before the last change: what was on that day holds until the next.
    await page.mouse.move(box.x + box.width - 80, box.y + 20);
    await reads(words, /^6 Oct: /);
  });

  it('leads from a finding to its line, and copies the line that dismisses it, and dismisses it', async () => {
    const panel = await open();
    const { page } = panel;
    const rule = page.getByRole('group', { name: 'Review date passed' });
    await rule.getByRole('button', { name: /R-1/ }).click();
    await rule.getByRole('button', { name: /^Copy dismissed.* for plan\// }).click();
    await rule.getByRole('button', { name: /^Dismiss this finding/ }).click();
    assert.deepEqual((await panel.sent()).slice(-3), [
      { type: 'openItem', kind: 'risk', uid: 'R-1' },
      { type: 'copyText', text: "dismissed: [{finding: review-passed, reason: '…'}]" },
      { type: 'dismissFinding', kind: 'risk', uid: 'R-1', finding: 'review-passed' },
    ]);
  });

  it('copies map, trend and register', async () => {
    const panel = await open();
    const { page } = panel;
    for (const name of ['Heat map', 'Open risks over time', 'Register']) {
      const region = page.getByRole('region', { name });
      await region.getByRole('button', { name: 'Copy as Markdown' }).click();
      await region.getByRole('button', { name: 'Copy as CSV' }).click();
    }
    assert.deepEqual(await panel.exported(), [
      'heat-map markdown',
      'heat-map csv',
      'risk-trend markdown',
      'risk-trend csv',
      'risks markdown',
      'risks csv',
    ]);
  });

  it('explains how to write the first risk', async () => {
    const panel = await open(ofRisks([]));
    const { page } = panel;
    assert.equal(await page.getByRole('grid').count(), 0);
    await page.getByText('Add the first risk as a file:').waitFor();
    await page.getByRole('button', { name: 'Copy the text of plan/risks/r-1.md' }).click();
    const last = (await panel.sent()).at(-1);
    assert.ok(last?.type === 'copyText' && last.text.startsWith('---\nid: R-1\n'));
  });

  it('shows the words of a repository as text', async () => {
    const hostile = '<img src=x onerror="document.title=1">';
    const { page, complaints } = await open(
      ofRisks([
        aRisk('R-1', { title: hostile, probability: 5, impact: 5, owner: hostile }),
        aRisk('R-2', { title: hostile }),
      ]),
    );
    assert.equal(await page.locator('img').count(), 0);
    const title = await page.getByRole('button', { name: /^Probability 5, impact 5/ }).getAttribute('title');
    assert.ok(title?.endsWith(`\nR-1 ${hostile}`));
    assert.equal(await page.locator('.unscored .title').textContent(), hostile);
    assert.deepEqual(complaints, []);
  });
});

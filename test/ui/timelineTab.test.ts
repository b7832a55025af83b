import assert from 'node:assert/strict';
import { panelModel } from '../../src/present/panel/panelModel';
import { insightOf } from '../support/insightOf';
import { activity } from '../support/networks';
import { aMilestone, anInput, factsFor, snapshotOf } from '../support/panel/handMade';
import type { PanelPage } from '../support/panel/panelPage';
import { areThere, panelPages, reads } from '../support/panel/panelPages';
import { aPlan } from '../support/planBuilder';

/** Each of 60 tasks waits for the one before it, in two milestones. */
const plan = aPlan(
  Array.from({ length: 60 }, (_, index) =>
    activity(`${index}`, 1, index > 0 ? `${index - 1}` : '', { milestone: index < 30 ? 'BETA' : 'LAUNCH' }),
  ),
  {},
  { milestones: [aMilestone('Beta', { due: '2026-12-18' }), aMilestone('Launch', { due: '2027-03-05' })] },
);
const facts = factsFor(plan);
const insight = insightOf(facts);

describe('timeline tab', () => {
  const openPage = panelPages();
  const open = (state?: unknown): Promise<PanelPage> =>
    openPage(view => panelModel({ ...anInput(snapshotOf(facts), {}, { insight }), view }), {
      view: { tab: 'timeline', revision: 1 },
      state,
    });

  it('keeps scale and names in sight and in line with the bars, and comes back to where it was', async () => {
    const first = await open();
    const { page, complaints } = first;
    await page.getByLabel('Zoom').selectOption('day');
    await page.evaluate("document.querySelector('.gantt').scrollTo(900, 700)");
    const [frame, scale, name, bar] = await Promise.all(
      ['.gantt', '.gantt-scale', '.gantt-name:nth-child(42)', '.gantt-bars > g:nth-of-type(61)'].map(one =>
        page.locator(one).boundingBox(),
      ),
    );
    assert.ok(frame && scale && name && bar);
    assert.equal(scale.y, frame.y);
    assert.equal(name.x, frame.x);
    await first.until('String(window.panelState.bars) === "900,700"');
    const state = await page.evaluate<unknown>('window.panelState');
    const again = await open(state);
    const { page: after } = again;
    assert.deepEqual(
      await after.evaluate(`{
        const { scrollLeft, scrollTop } = document.querySelector('.gantt');
        [scrollLeft, scrollTop];
      }`),
      [900, 700],
    );
    assert.deepEqual([...complaints, ...again.complaints], []);
  });

  it('draws the critical path and today in a colour of their own, in high contrast as well', async () => {
    const { page } = await openPage(
      view => panelModel({ ...anInput(snapshotOf(facts), {}, { insight }), view }),
      { view: { tab: 'timeline', revision: 1 }, theme: 'contrast' },
    );
    const colors = await page.evaluate<readonly string[]>(
      `[['.bar.critical .body', 'fill'], ['.today-line', 'stroke'], ['.critical-key', 'backgroundColor']]
        .map(([selector, property]) => getComputedStyle(document.querySelector(selector))[property])`,
    );
    assert.deepEqual(
      colors.filter(color => ['none', 'rgb(0, 0, 0)', 'rgba(0, 0, 0, 0)'].includes(color)),
      [],
    );
  });

  it('has every name beside its bar', async () => {
    const { page } = await open();
    const tops = (selector: string): Promise<number[]> =>
      page.evaluate<number[]>(
        `[...document.querySelectorAll('${selector}')].map(one => one.getBoundingClientRect()).map(({ top, height }) => top + height / 2)`,
      );
    const [names, bars] = [await tops('.gantt-name'), await tops('.bar .body')];
    assert.equal(names.length, 60);
    assert.deepEqual(names.map(Math.round), bars.map(Math.round));
  });

  it('shows what a bar waits for while it is pointed at, and keeps it once it is selected', async () => {
    const { page } = await open();
    const lines = page.locator('.dependencies path');
    await page.locator('.gantt-name').nth(3).hover();
    await areThere(lines, 2);
    await page.mouse.move(0, 0);
    await areThere(lines, 0);
    await page.locator('.bar').nth(1).click();
    await page.mouse.move(0, 0);
    await areThere(lines, 2);
    await reads(page.locator('.gantt-words'), /depends on T-0 · needed by T-2$/);
    await page.locator('.gantt').focus();
    await page.keyboard.press('Escape');
    await areThere(lines, 0);
  });

  it('folds all milestones at once', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'Collapse all' }).click();
    await areThere(page.locator('.gantt-name'), 0);
    await page.getByRole('button', { name: 'Expand all' }).click();
    await areThere(page.locator('.gantt-name'), 60);
  });
});

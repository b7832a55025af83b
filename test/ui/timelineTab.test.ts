import assert from 'node:assert/strict';
import { daysBetween } from '../../src/core/base/dates';
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
    const lines = page.locator('.dependencies.chosen path');
    await page.locator('.gantt-name').nth(3).hover();
    await areThere(lines, 2);
    await page.mouse.move(0, 0);
    await areThere(lines, 0);
    await page.locator('.bar').nth(1).click();
    await reads(page.locator('.gantt-detail'), /^T-1 .*depends on T-0needed by T-2$/);
    await page.mouse.move(0, 0);
    await areThere(lines, 2);
    await areThere(page.locator('.gantt-detail'), 0);
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

  it('opens with the whole plan in sight, and draws the critical path', async () => {
    const { page } = await open();
    const box = await page.evaluate<number[]>(`{
      const { scrollWidth, clientWidth } = document.querySelector('.gantt');
      [scrollWidth, clientWidth];
    }`);
    assert.equal(box[0], box[1]);
    // Sixty tasks in a row.
    await areThere(page.locator('.dependencies.driving path'), 59);
    await page.getByLabel('Zoom').selectOption('Days');
    assert.ok((await page.evaluate<number>(`document.querySelector('.gantt').scrollWidth`)) > 1000);
    await page.getByLabel('Zoom').selectOption('Whole plan');
  });

  it('says what a bar is beside the pointer and beside the focus, within the window', async () => {
    const { page } = await open();
    const detail = page.locator('.gantt-detail');
    await page.locator('.gantt-group').first().hover();
    await reads(detail, /^Beta.*Work alone: .* \u2192 with your team's availability/);
    const bar = page.locator('.bar').nth(58);
    await bar.scrollIntoViewIfNeeded();
    await bar.hover();
    await reads(detail, /^T-58/);
    const box = await detail.boundingBox();
    assert.ok(box && box.x >= 0 && box.x + box.width <= 1000 && box.y >= 0 && box.y + box.height <= 900);
    await page.mouse.move(0, 0);
    await page.locator('.gantt-name .item').nth(5).focus();
    await reads(detail, /^T-5/);
  });

  it('is copied as a picture that needs nothing else, as SVG where it may not, and as Mermaid', async () => {
    const panel = await open();
    const { page } = panel;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy as Picture' }).click();
    await page.locator('.told', { hasText: 'Picture copied' }).waitFor();
    const bytes = await page.evaluate<number[]>(
      `navigator.clipboard.read()
        .then(([item]) => item.getType('image/png'))
        .then(blob => blob.arrayBuffer())
        .then(buffer => [...new Uint8Array(buffer).slice(0, 8)])`,
    );
    assert.deepEqual(bytes.slice(1, 4), [...Buffer.from('PNG')]);
    await page.getByRole('button', { name: 'Copy as Mermaid' }).click();
    assert.deepEqual(await panel.exported(), ['timeline mermaid']);
    await page.evaluate(`navigator.clipboard.write = () => Promise.reject(new Error('not allowed'))`);
    await page.getByRole('button', { name: 'Copy as Picture' }).click();
    await page.locator('.told', { hasText: /copied as SVG instead/ }).waitFor();
    const svg = (await panel.sent()).find(one => one.type === 'copySvg')?.svg ?? '';
    assert.match(svg, /^<svg [^]*T-0 [^]*<rect [^>]*fill="#[0-9a-f]{6}"/);
    assert.doesNotMatch(svg, /var\(|color-mix|class="|color\(/);
    assert.deepEqual(
      panel.complaints.map(one => (one as { message?: string }).message?.split('\n')[0]),
      ['Error: not allowed'],
    );
  });

  it('moves the start of a bar by pointer, as one edit, and gives up by Escape', async () => {
    const shown = await open();
    const { page } = shown;
    await page.getByLabel('Zoom').selectOption('day');
    await page.evaluate("document.querySelector('.gantt').scrollTo(0, 0)");
    const body = await page.locator('.bar .body').first().boundingBox();
    assert.ok(body);
    const [x, y] = [body.x + 3, body.y + body.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 2 * 28, y, { steps: 4 });
    await page.locator('.gantt-detail', { hasText: /Not before/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.held').waitFor({ state: 'detached' });
    await page.mouse.up();
    assert.deepEqual(await days(shown, 'setDay'), []);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 3 * 28, y, { steps: 4 });
    await page.mouse.up();
    await page.locator('.held').waitFor({ state: 'detached' });
    assert.deepEqual(await days(shown, 'setDay'), ['task start 3']);
    assert.deepEqual(shown.complaints, []);
  });

  it('moves a due date by keyboard, asks what follows, and says it', async () => {
    const shown = await open();
    const { page } = shown;
    const grip = page.getByRole('button', { name: 'Move the due date of Beta' });
    await grip.focus();
    for (const key of ['Enter', 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight']) {
      await page.keyboard.press(key);
    }
    await page.locator('.gantt-detail', { hasText: /Due 27 Dec/ }).waitFor();
    while ((await days(shown, 'tryDay')).at(-1) !== 'milestone due 9') {
      await page.evaluate('new Promise(requestAnimationFrame)');
    }
    const asked = (await shown.sent()).findLast(one => one.type === 'tryDay');
    assert.ok(asked);
    const { kind, uid, field, day } = asked;
    const about = { kind, uid, field, day };
    await shown.post({ type: 'tried', about, lines: ['Due 27 Dec', 'Launch ends later'] });
    await page.locator('[role="status"]', { hasText: 'Launch ends later' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.held').waitFor({ state: 'detached' });
    assert.deepEqual(await days(shown, 'setDay'), ['milestone due 9']);
    assert.equal(await page.locator(':focus').getAttribute('aria-label'), 'Move the due date of Beta');
    assert.deepEqual(shown.complaints, []);
  });

  it('says why the end of a bar cannot be moved', async () => {
    const shown = await open();
    const { page } = shown;
    await page.locator('.bar .end').first().dispatchEvent('pointerdown');
    await page.locator('[role="status"]', { hasText: 'The end cannot be moved' }).waitFor();
    assert.deepEqual(await days(shown, 'setDay'), []);
  });

  /** The days that were sent, by how far they are from where they are now. */
  async function days(shown: PanelPage, type: 'setDay' | 'tryDay'): Promise<readonly string[]> {
    const before = { start: facts.today, due: '2026-12-18' };
    const sent = await shown.sent();
    return sent.flatMap(one =>
      one.type === type ? [`${one.kind} ${one.field} ${daysBetween(before[one.field], one.day)}`] : [],
    );
  }
});

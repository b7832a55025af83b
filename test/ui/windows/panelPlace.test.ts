import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Host } from '../../support/host/startHost.mjs';
import { startHost } from '../../support/host/startHost.mjs';
import { generateSample } from '../../support/sample/generate';
import { CodeWindow } from '../../support/screenshots/codeWindow';

describe('the progress panel beside files', () => {
  const parent = mkdtempSync(join(tmpdir(), 'milepost-place-'));
  const folder = join(parent, 'sample');
  let host: Host;
  let page: Page;
  let window: CodeWindow;

  before(async () => {
    await generateSample(folder, new Date().toLocaleDateString('sv-SE'));
    host = await startHost({ folder, vsix: process.env.MILEPOST_VSIX });
    page = await host.page();
    window = new CodeWindow(page);
    await window.openSideBar();
    await window.row(/Payments and refunds/).waitFor();
  });
  after(async () => {
    await host?.stop();
    rmSync(parent, { recursive: true, force: true });
  });

  const groups = () => page.locator('.editor-group-container');
  const front = (name: RegExp) => page.locator('.tab.active', { hasText: name });
  /** The file is in front in one group, and the panel in the other. */
  const beside = async (file: RegExp) => {
    await front(file).waitFor();
    await front(/^Progress/).waitFor();
    assert.equal(await groups().count(), 2);
  };

  it('stays when rows are clicked, though it was all that was open, and the trees keep the focus', async () => {
    await window.command('Milepost: Open Progress');
    await window.panel.getByRole('tab', { name: 'Risks' }).click();
    await window.row(/Payments and refunds/).click();
    await beside(/payments\.md/);
    await window.row(/Timetable and disruption/).click();
    await beside(/timetable/);
    await page.locator('.sidebar .monaco-list:focus').waitFor();
    // The tree of a commit's row gets the focus back, too.
    const commit = window.row(/^Commit: /);
    const subject = ((await commit.getAttribute('aria-label')) ?? '').replace(/^Commit: /, '').slice(0, 12);
    assert.notEqual(subject, '');
    await commit.click();
    // The view of a commit takes the focus before the tree gets it back.
    await page.locator('.editor-group-container .tab.active', { hasText: subject }).waitFor();
    await page.locator('.sidebar .monaco-list:focus').waitFor();
    await front(/^Progress/).waitFor();
    assert.equal(await groups().count(), 2);
  });

  it('stays through ten clicks in panel and trees, and what they open takes one tab', async () => {
    const commit = window.row(/^Commit: /);
    for (const [index, id] of ['1', '2', '1', '2', '1'].entries()) {
      await (index % 2 === 0 ? window.row(/Payments and refunds/) : commit).click();
      await front(/^Progress/).waitFor();
      await window.panel.getByRole('button', { name: new RegExp(`^R-${id} `) }).click();
      await beside(new RegExp(`^r-${id}-`));
    }
    assert.equal(await page.locator('.editor-group-container .tab').count(), 2);
  });

  it('opens beside a file, which keeps the focus', async () => {
    await page.locator('.tab', { hasText: /^Progress/ }).click();
    await page.keyboard.press('Control+F4');
    await front(/^r-1-/).waitFor();
    await front(/^r-1-/).click();
    await window.command('Milepost: Open Progress');
    await beside(/^r-1-/);
    await page.locator('.editor-group-container.active .tab.active', { hasText: /^r-1-/ }).waitFor();
    // The group of the file is not locked: what is opened next goes there, into no third group.
    await window.row(/Payments and refunds/).click();
    await beside(/payments\.md/);
    // On the other side it is as much at home.
    await front(/payments\.md/).click();
    await window.command('View: Move Editor Group Right');
    await window.row(/Timetable and disruption/).click();
    await beside(/timetable/);
    const [left, right] = [groups().first(), groups().last()];
    await left.locator('.tab.active', { hasText: /^Progress/ }).waitFor();
    await right.locator('.tab.active', { hasText: /timetable/ }).waitFor();
    // Hidden behind a file of its own group it is moved beside that.
    await front(/^Progress/).click();
    await window.command('View: Move Editor into Next Group');
    await page.locator('.tab', { hasText: /timetable/ }).click();
    await front(/timetable/).waitFor();
    await window.command('Milepost: Open Progress');
    await beside(/timetable/);
  });
});

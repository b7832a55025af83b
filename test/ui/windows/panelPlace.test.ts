import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { sampleWindow } from '../../support/host/sampleWindow';
import type { CodeWindow } from '../../support/screenshots/codeWindow';

describe('the progress panel beside files', () => {
  let page: Page;
  let window: CodeWindow;

  before(async () => {
    ({ page, window } = await sampleWindow());
    await window.openSideBar();
    await window.row(/Payments and refunds/).waitFor();
  });
  // So that a test that is tried again finds what it found at first.
  beforeEach(() => window.command('View: Close All Editors'));

  const groups = () => page.locator('.editor-group-container');
  const front = (name: RegExp | string) => page.locator('.tab.active', { hasText: name });
  const openRisks = async () => {
    await window.command('Milepost: Open Progress');
    await window.panel.getByRole('tab', { name: 'Risks' }).click();
  };
  const commit = () => window.row(/^Commit: /);
  /** The start of the subject of that commit, as its tab shows it. */
  const subject = async () => {
    const label = (await commit().getAttribute('aria-label')) ?? '';
    assert.match(label, /^Commit: ./);
    return label.replace(/^Commit: /, '').slice(0, 12);
  };
  /** The file is in front in one group, and the panel in the other. */
  const beside = async (file: RegExp | string) => {
    await front(file).waitFor();
    await front(/^Progress/).waitFor();
    assert.equal(await groups().count(), 2);
  };

  it('stays when rows are clicked, though it was all that was open, and the trees keep the focus', async () => {
    await openRisks();
    await window.row(/Payments and refunds/).click();
    await beside(/payments\.md/);
    await window.row(/Timetable and disruption/).click();
    await beside(/timetable/);
    await page.locator('.sidebar .monaco-list:focus').waitFor();
    // The tree of a commit's row gets the focus back, too.
    await commit().click();
    // The view of a commit takes the focus before the tree gets it back.
    await front(await subject()).waitFor();
    await page.locator('.sidebar .monaco-list:focus').waitFor();
    await front(/^Progress/).waitFor();
    assert.equal(await groups().count(), 2);
  });

  it('stays through ten clicks in panel and trees, and what they open takes one tab', async () => {
    await openRisks();
    for (const [index, id] of ['1', '2', '1', '2', '1'].entries()) {
      const isMilestone = index % 2 === 0;
      await (isMilestone ? window.row(/Payments and refunds/) : commit()).click();
      await beside(isMilestone ? /payments\.md/ : await subject());
      await window.panel.getByRole('button', { name: new RegExp(`^R-${id} `) }).click();
      await beside(new RegExp(`^r-${id}-`));
    }
    assert.equal(await page.locator('.editor-group-container .tab').count(), 2);
  });

  it('opens beside a file, which keeps the focus', async () => {
    await window.row(/Payments and refunds/).click();
    await front(/payments\.md/).click();
    await window.command('Milepost: Open Progress');
    await beside(/payments\.md/);
    await page.locator('.editor-group-container.active .tab.active', { hasText: /payments\.md/ }).waitFor();
    // The group of the file is not locked: what is opened next goes there, into no third group.
    await window.row(/Timetable and disruption/).click();
    await beside(/timetable/);
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

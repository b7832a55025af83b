import type { Page } from 'playwright-core';
import { sampleWindow } from '../../support/host/sampleWindow';
import type { CodeWindow } from '../../support/screenshots/codeWindow';

describe('a task in the side bar', () => {
  let page: Page;
  let window: CodeWindow;

  before(async () => {
    ({ page, window } = await sampleWindow());
    await window.openSideBar();
  });

  it('is dragged onto another one, which asks what that means', async () => {
    const task = window.row(/Contract with the payment provider/);
    const from = await task.boundingBox();
    const onto = await window.row(/Fraud checks/).boundingBox();
    if (!from || !onto) {
      throw new Error('The tasks are not in sight.');
    }
    await page.mouse.move(from.x + 80, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(from.x + 85, from.y + 14, { steps: 4 });
    await page.mouse.move(onto.x + 80, onto.y + 10, { steps: 8 });
    await page.mouse.up();
    await window.choice('Place After').waitFor();
    await window.choice('Starts After It').waitFor();
    await window.choice('Make a Subtask').click();
    await window.row(/plan changes? (is|are) not committed/).waitFor();
    await window.command('Milepost: Undo Last Plan Change');
    await window.row(/plan changes? (is|are) not committed/).waitFor({ state: 'detached' });
  });
});

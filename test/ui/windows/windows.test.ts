import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sharedHost } from '../../support/host/sharedHost';
import type { Host } from '../../support/host/startHost.mjs';
import { CodeWindow } from '../../support/screenshots/codeWindow';

/** So high that the list of extensions, the slowest first, shows all of them: what is out of sight is not drawn. */
const HIGH = { width: 1280, height: 3200 };

const FORMATS = resolve(import.meta.dirname, '../../fixtures/formats');

/** Each window has an extension host of its own, in which nothing is active yet. */
describe('a new window', () => {
  const parent = mkdtempSync(join(tmpdir(), 'milepost-windows-'));
  let host: Host;

  before(async () => {
    host = await sharedHost();
  });

  after(() => rmSync(parent, { recursive: true, force: true }));

  it('with a plan of any format activates the extension by itself', async () => {
    const folders = ['specKit', 'openSpec', 'gsd'].map(name => {
      cpSync(join(FORMATS, name), join(parent, name), { recursive: true });
      return join(parent, name);
    });
    // One page, which has VS Code's scripts at hand; each folder has an extension host of its own all the same.
    const page = await host.page(HIGH, folders[0]);
    for (const [index, folder] of folders.entries()) {
      if (index > 0) {
        await host.open(page, folder);
      }
      await new CodeWindow(page).command('Developer: Show Running Extensions');
      const editor = page.locator('.runtime-extensions-editor');
      const entry = editor.locator('.extension', { hasText: 'Milepost' });
      try {
        await entry.getByText(/Activation:/).waitFor();
      } catch (error) {
        throw new Error(`Running are: ${await editor.innerText()}`, { cause: error });
      }
    }
    await page.close();
  });

  it('with a checklist offers to read it as a plan, and shows it then', async () => {
    const folder = join(parent, 'checklist');
    mkdirSync(folder);
    writeFileSync(join(folder, 'TODO.md'), '# Garden\n\n## Spring\n\n- [ ] Sow\n- [x] Dig\n');
    const page = await host.page(undefined, folder);
    await new CodeWindow(page).openSideBar();
    await page.getByRole('button', { name: 'Read It as a Plan' }).click();
    await page.getByRole('treeitem', { name: /Spring/ }).waitFor();
    assert.match(readFileSync(join(folder, '.vscode/settings.json'), 'utf8'), /"folder": "TODO.md"/);
    await page.close();
  });
});

import assert from 'node:assert/strict';
import type { Store } from '../../src/app/store';
import type { PanelModel } from '../../src/shared/panelModel';
import { TABS, type Tab } from '../../src/shared/tabs';
import { openPlan } from '../support/faults/openPlan';
import type { GitRepo } from '../support/gitRepo';
import { panelPages } from '../support/panel/panelPages';
import { everyModel } from '../support/security/everythingShown';
import { HOSTILE, hostileRepo } from '../support/security/hostileRepo';

/** Counts texts that turn the direction of writing, and gives the elements that let it out. */
const TURNED = `(() => {
  const found = { count: 0, turned: [] };
  const walker = document.createTreeWalker(document.getElementById('panel'), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!/[\\u202a-\\u202e\\u2066-\\u2069]/.test(node.data)) continue;
    const { parentElement } = node;
    // These stand alone wherever they are drawn.
    if (parentElement.matches('option, title')) continue;
    found.count++;
    if (!/isolate/.test(getComputedStyle(parentElement).unicodeBidi)) found.turned.push(parentElement.outerHTML);
  }
  return found;
})()`;

describe('panel page of a hostile repository', () => {
  const open = panelPages();
  let repo: GitRepo;
  let store: Store;
  let models: ReadonlyMap<Tab, PanelModel>;

  before(async () => {
    repo = hostileRepo();
    ({ store } = await openPlan(repo.dir));
    models = await everyModel(store);
  });

  after(async () => {
    store.dispose();
    repo.dispose();
  });

  for (const tab of TABS) {
    it(`shows text, makes nothing of it and loads nothing: ${tab}`, async () => {
      const source = () => models.get(tab) as PanelModel;
      const { page, complaints } = await open(source, { view: { tab, revision: 1 } });
      const asked: string[] = [];
      page.on('request', request => asked.push(request.url()));
      await page.evaluate(`document.querySelectorAll('[aria-expanded=false]').forEach(fold => fold.click())`);
      await page.getByText('Evil').first().hover();
      const made = await page.evaluate<readonly string[]>(
        `[...document.querySelectorAll('script[src*=evil], script:not([nonce]), img, b[onmouseover], a, iframe, object, embed, form, base, link[href*=evil], [onerror], [onmouseover]')].map(node => node.outerHTML)`,
      );
      assert.deepEqual(made, []);
      assert.equal(await page.evaluate('window.evil'), undefined);
      const text = await page.evaluate<string>('document.body.textContent');
      assert.ok(
        text.includes(HOSTILE.slice(0, 60)) || text.includes('<script>window.evil = 1</script>'),
        text,
      );
      assert.deepEqual(asked, []);
      assert.deepEqual(complaints, []);
    });
  }

  it('lets no text turn what stands beside it', async () => {
    const turned: string[] = [];
    let count = 0;
    for (const tab of TABS) {
      const source = () => models.get(tab) as PanelModel;
      const { page } = await open(source, { view: { tab, revision: 1 } });
      const found = await page.evaluate<{ count: number; turned: readonly string[] }>(TURNED);
      count += found.count;
      turned.push(...found.turned.map(html => `${tab}: ${html}`));
    }
    assert.deepEqual([...new Set(turned)], []);
    assert.ok(count >= 5, `${count}`);
  });
});

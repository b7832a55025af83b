import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXPORTS, inOneText } from '../../../../src/present/exports/exports';
import { panelModel } from '../../../../src/present/panel/panelModel';
import { wholeTab } from '../../../../src/present/panel/wholeTab';
import { TABS } from '../../../../src/shared/tabs';
import { parseFromPanel } from '../../../../src/shared/protocolCheck';
import { exportVerb, renderShown } from '../../../../src/verbs/table';
import { insightOf } from '../../../support/insightOf';
import { anInput, aRisk, factsFor, handMade, snapshotOf } from '../../../support/panel/handMade';
import { activity } from '../../../support/networks';
import { aPlan } from '../../../support/planBuilder';

const root = join(__dirname, '../../../..');
const { snapshot, answers } = handMade();
const [facts] = snapshot.plans;

describe('exports', () => {
  it('are the text of each table of a plan, in each format', async () => {
    assert.ok(facts);
    const texts: string[] = [];
    for (const { name, tab, formats, make } of EXPORTS) {
      const source = await wholeTab(snapshot, facts, answers.insight, tab);
      texts.push(...formats.map(format => `== ${name} ${format}\n${make(source, format)}\n`));
    }
    assert.equal(texts.join('\n'), readFileSync(join(root, 'test/fixtures/exports.txt'), 'utf8'));
  });

  it('have names of their own, and each is a button of the panel', () => {
    const page = join(root, 'media/panel');
    const files = readdirSync(page, { recursive: true, encoding: 'utf8' }).filter(file =>
      file.endsWith('.tsx'),
    );
    const asked = files.flatMap(file =>
      [...readFileSync(join(page, file), 'utf8').matchAll(/<CopyTable what="([\w-]+)"/g)].map(
        ([, what]) => what,
      ),
    );
    assert.deepEqual(asked.sort(), EXPORTS.map(({ name }) => name).sort());
    for (const { name: what, formats } of EXPORTS) {
      formats.forEach(as => assert.ok(parseFromPanel({ type: 'export', what, as })));
    }
  });

  it('are made of the tab that is shown, and of no other', async () => {
    for (const tab of TABS) {
      const shown = await panelModel(anInput(snapshot, { tab }, answers));
      for (const { name: what, tab: own, formats } of EXPORTS) {
        for (const as of formats) {
          assert.equal(
            (await renderShown(shown, { what, as })) !== undefined,
            own === tab,
            `${what} on ${tab}`,
          );
        }
      }
      assert.equal(await renderShown(shown, { what: 'wizards', as: 'csv' }), undefined);
    }
  });

  it('are none while figures are computed, and where there is nothing', async () => {
    const empty = factsFor(aPlan([]));
    for (const { name: what } of EXPORTS) {
      const plans = [{ facts: empty, insight: undefined }];
      assert.equal(await exportVerb.render(snapshotOf(empty), plans, { what, as: 'csv' }), undefined, what);
    }
  });

  it('hold every row, not only those that a message to the panel has room for', async () => {
    const ids = Array.from({ length: 510 }, (_, index) => `${index}`);
    const tasks = ids.map(id => activity(id, 1, '', { assignees: [`@p${id}`] }));
    const many = factsFor(aPlan(tasks, {}, { risks: ids.map(id => aRisk(`R-${id}`)) }));
    const lines = async (what: string): Promise<number> => {
      const one = EXPORTS.find(({ name }) => name === what);
      assert.ok(one);
      const source = await wholeTab(snapshotOf(many), many, insightOf(many), one.tab);
      return one.make(source, 'markdown')?.split('\n').length ?? 0;
    };
    // A head of two lines; the people have a last line for everyone.
    assert.deepEqual(await Promise.all(['timeline', 'risks', 'people'].map(lines)), [512, 512, 513]);
  });

  it('of several plans stand below their names, as text', () => {
    const tables = [
      { plan: 'Pay *now*', text: '| a |' },
      { plan: '=1+1', text: '| b |' },
    ];
    assert.equal(inOneText(tables, 'markdown'), '**Pay \\*now\\***\n\n| a |\n\n**=1+1**\n\n| b |');
    assert.equal(inOneText(tables, 'csv'), "Pay *now*\n| a |\n\n'=1+1\n| b |");
    assert.equal(inOneText([], 'csv'), undefined);
  });
});

import assert from 'node:assert/strict';
import type { FormatId } from '../../../../../src/core/plan/model';
import { risksExport } from '../../../../../src/present/exports/risks';
import { panelModel } from '../../../../../src/present/panel/panelModel';
import type { RisksModel } from '../../../../../src/shared/risksModel';
import type { View } from '../../../../../src/shared/protocol';
import { say } from '../../../../../src/words/say';
import { aPlan } from '../../../../support/planBuilder';
import { anInput, aRisk, factsFor, handMade, snapshotOf } from '../../../../support/panel/handMade';

async function risks(view: Partial<View> = {}): Promise<RisksModel> {
  const { snapshot, answers } = handMade();
  const model = await panelModel(anInput(snapshot, { tab: 'risks', ...view }, answers));
  assert.ok(model.kind === 'plan' && model.content.tab === 'risks' && !('kind' in model.content));
  return model.content;
}

describe('risk register', () => {
  it('stands by score, unscored last, closed apart', async () => {
    const { risks: open, closed } = await risks();
    assert.deepEqual(
      open.rows.map(({ id, band, score }) => [id, band, score]),
      [
        ['R-1', 'severe', 16],
        ['R-3', 'high', 10],
        ['R-2', 'moderate', 9],
        ['R-5', 'low', 4],
        ['R-4', 'unscored', undefined],
      ],
    );
    assert.deepEqual(
      closed.rows.map(({ id }) => id),
      ['R-6'],
    );
  });

  it('heads those that have happened apart from the register', async () => {
    assert.deepEqual(
      (await risks()).issues.rows.map(({ id, occurred }) => [id, occurred]),
      [['R-7', true]],
    );
  });

  it('lets what is missing stand out only where much is at stake', async () => {
    const { risks: open, closed } = await risks();
    const serious = open.rows.filter(risk => risk.serious).map(({ id }) => id);
    assert.deepEqual(serious, ['R-1', 'R-3']);
    assert.deepEqual(
      closed.rows.map(risk => [risk.serious, risk.closed]),
      [[false, true]],
    );
  });

  it('names no folder for risks where the format has none', async () => {
    const emptyOf = async (format: FormatId, overlays: readonly string[] = []) => {
      const plan = aPlan([], {}, { format, overlays });
      const model = await panelModel(anInput(snapshotOf(factsFor(plan)), { tab: 'risks' }));
      assert.ok(model.kind === 'plan' && model.content.tab === 'risks' && !('kind' in model.content));
      return say(model.content.empty);
    };
    assert.match(await emptyOf('milepost'), /risks folder/);
    assert.match(await emptyOf('backlog'), /Backlog\.md has no risks/);
    assert.match(await emptyOf('backlog', ['plan']), /risks folder/);
    assert.match(await emptyOf('gsd'), /This format has no risks/);
  });

  it('counts in bands what may still happen, whatever is filtered', async () => {
    const model = await risks({ band: 'high' });
    assert.equal(model.open, 5);
    assert.deepEqual(
      model.bands.map(({ count }) => count),
      [1, 1, 1, 1, 1],
    );
    assert.deepEqual(
      model.risks.rows.map(({ id }) => id),
      ['R-3'],
    );
  });

  it('shows the risks of one cell of the map, and issues whatever is chosen', async () => {
    const ids = async (view: Partial<View>) => (await risks(view)).risks.rows.map(({ id }) => id);
    assert.deepEqual(await ids({ cell: { probability: 4, impact: 4 } }), ['R-1']);
    const empty = await risks({ cell: { probability: 1, impact: 1 } });
    assert.equal(say(empty.empty), 'No risk in this cell of the map.');
    assert.equal(empty.issues.total, 1);
  });

  it('is copied as it is chosen, with issues first and no formula for a spreadsheet', async () => {
    const model = await risks({ band: 'severe' });
    assert.deepEqual(risksExport.make(model, 'markdown')?.split('\n'), [
      '|  | Risk | Score | Status | Band | Owner | Response | Review | Milestone |',
      '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
      '| R-7 | The mail provider drops messages | 6 (3 × 2) | occurred | Moderate | @li | accept | 2026-11-27 |  |',
      '| R-1 | The passkey vendor delivers late | 16 (4 × 4) | mitigating | Severe | @ana | mitigate | 2026-11-10 | Private beta |',
    ]);
    assert.deepEqual(risksExport.make(model, 'csv')?.split('\n').slice(1), [
      "R-7,The mail provider drops messages,occurred,3,2,6,moderate,accept,'@li,2026-11-27,,",
      "R-1,The passkey vendor delivers late,mitigating,4,4,16,severe,mitigate,'@ana,2026-11-10,Private beta,APP-4 APP-8",
    ]);
    assert.equal(model.register.left, 0);
  });

  it('says how many risks a copy leaves out', async () => {
    const plan = aPlan([], {}, { risks: Array.from({ length: 510 }, (_, index) => aRisk(`R-${index}`)) });
    const model = await panelModel(anInput(snapshotOf(factsFor(plan)), { tab: 'risks' }));
    assert.ok(model.kind === 'plan' && model.content.tab === 'risks' && !('kind' in model.content));
    const { records, left } = model.content.register;
    assert.deepEqual([records.length, left], [500, 10]);
  });

  it('says how to write the first one, with the overlay where the format keeps none', async () => {
    const filesOf = async (fields: Parameters<typeof aPlan>[2]) => {
      const model = await panelModel(anInput(snapshotOf(factsFor(aPlan([], {}, fields))), { tab: 'risks' }));
      assert.ok(model.kind === 'plan' && model.content.tab === 'risks' && !('kind' in model.content));
      const { first, heat, moves, trend } = model.content;
      assert.deepEqual([heat, moves, trend], [undefined, undefined, undefined]);
      return first?.files.map(({ path, text }) => [path, text.split('\n')[1]]);
    };
    assert.deepEqual(await filesOf({ folder: 'docs/plan' }), [['docs/plan/risks/r-1.md', 'id: R-1']]);
    assert.deepEqual(await filesOf({ folder: '' }), [['risks/r-1.md', 'id: R-1']]);
    assert.deepEqual(await filesOf({ format: 'backlog', folder: 'backlog' }), [
      ['plan/project.md', 'for: backlog'],
      ['plan/risks/r-1.md', 'id: R-1'],
    ]);
    const joined = await filesOf({ format: 'backlog', folder: 'backlog', overlays: ['more'] });
    assert.deepEqual(joined, [['more/risks/r-1.md', 'id: R-1']]);
  });

  it('says how many of the tasks against a risk are left out', async () => {
    const risk = aRisk('R-1', { tasks: Array.from({ length: 10 }, (_, n) => `APP-${n}`) });
    const facts = factsFor(aPlan([], {}, { risks: [risk] }));
    const model = await panelModel(anInput(snapshotOf(facts), { tab: 'risks' }));
    assert.ok(model.kind === 'plan' && model.content.tab === 'risks' && !('kind' in model.content));
    const [row] = model.content.risks.rows;
    assert.deepEqual([row?.tasks.length, row?.more], [8, 2]);
  });

  it('shows response, owner, a passed review and the work against it', async () => {
    const [first] = (await risks()).risks.rows;
    assert.ok(first?.response && first.review);
    assert.equal(
      say([first.status, first.response, first.factors]),
      'mitigating · mitigate · probability 4 × impact 4',
    );
    assert.deepEqual(
      [first.owner, first.review.passed, say(first.review.text)],
      ['@ana', true, 'passed 10 days ago'],
    );
    assert.deepEqual(
      first.tasks.map(({ id, category }) => [id, category]),
      [
        ['APP-4', 'blocked'],
        ['APP-8', 'open'],
      ],
    );
    assert.equal(first.milestone?.title, 'Private beta');
  });
});

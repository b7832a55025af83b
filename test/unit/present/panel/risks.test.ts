import assert from 'node:assert/strict';
import type { FormatId } from '../../../../src/core/plan/model';
import { panelModel } from '../../../../src/present/panel/panelModel';
import type { RisksModel } from '../../../../src/shared/panelModel';
import type { View } from '../../../../src/shared/protocol';
import { say } from '../../../../src/shared/sentences/say';
import { aPlan } from '../../../support/planBuilder';
import { anInput, factsFor, handMade, snapshotOf } from '../../../support/panel/handMade';

function risks(view: Partial<View> = {}): RisksModel {
  const { snapshot, answers } = handMade();
  const model = panelModel(anInput(snapshot, { tab: 'risks', ...view }, answers));
  assert.ok(model.kind === 'plan' && model.content.tab === 'risks');
  return model.content;
}

describe('risk register', () => {
  it('stands by score, unscored last, closed apart', () => {
    const { risks: open, closed } = risks();
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

  it('heads those that have happened apart from the register', () => {
    assert.deepEqual(
      risks().issues.rows.map(({ id, occurred }) => [id, occurred]),
      [['R-7', true]],
    );
  });

  it('lets what is missing stand out only where much is at stake', () => {
    const { risks: open, closed } = risks();
    const serious = open.rows.filter(risk => risk.serious).map(({ id }) => id);
    assert.deepEqual(serious, ['R-1', 'R-3']);
    assert.deepEqual(
      closed.rows.map(risk => [risk.serious, risk.closed]),
      [[false, true]],
    );
  });

  it('names no folder for risks where the format has none', () => {
    const emptyOf = (format: FormatId, overlays: readonly string[] = []) => {
      const plan = aPlan([], {}, { format, overlays });
      const model = panelModel(anInput(snapshotOf(factsFor(plan)), { tab: 'risks' }));
      assert.ok(model.kind === 'plan' && model.content.tab === 'risks');
      return say(model.content.empty);
    };
    assert.match(emptyOf('milepost'), /risks folder/);
    assert.match(emptyOf('backlog'), /Backlog\.md keeps no risks/);
    assert.match(emptyOf('backlog', ['plan']), /risks folder/);
    assert.match(emptyOf('gsd'), /this format keep no risks/);
  });

  it('counts bands without closed risks, whatever is filtered', () => {
    const model = risks({ band: 'high' });
    assert.equal(model.open, 6);
    assert.deepEqual(
      model.bands.map(({ count }) => count),
      [1, 1, 2, 1, 1],
    );
    assert.deepEqual(
      model.risks.rows.map(({ id }) => id),
      ['R-3'],
    );
  });

  it('shows response, owner, a passed review and the work against it', () => {
    const [first] = risks().risks.rows;
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

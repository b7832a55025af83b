import assert from 'node:assert/strict';
import { mayHappen } from '../../../../src/core/plan/mayHappen';
import type { Risk } from '../../../../src/core/plan/model';
import { heatMapExport } from '../../../../src/present/exports/heatMap';
import { heatModel } from '../../../../src/present/panel/risks/riskHeat';
import { riskMovesModel } from '../../../../src/present/panel/risks/riskMoves';
import type { ExportFormat } from '../../../../src/shared/protocol';
import type { HeatModel, RisksModel } from '../../../../src/shared/risksModel';
import { say } from '../../../../src/words/say';
import { aRisk, factsFor } from '../../../support/panel/handMade';
import { aPlan } from '../../../support/planBuilder';

const LIMITS = { shown: {}, most: 25 };
const heatOf = (facts: typeof NOW, baseline?: typeof NOW) =>
  heatModel(
    facts,
    facts.plan.risks.filter(mayHappen),
    baseline && { facts: baseline, since: '2026-11-13' },
    LIMITS,
  );
const exported = (facts: typeof NOW, as: ExportFormat): string =>
  heatMapExport.make({ tab: 'risks', heat: heatOf(facts) } as RisksModel, as) ?? '';
const factsOf = (risks: readonly Risk[]) => factsFor(aPlan([], {}, { risks }));
const at = (probability: number, impact: number) => ({ probability, impact });

const BEFORE = factsOf([
  aRisk('R-1', at(3, 4)),
  aRisk('R-2', at(4, 4)),
  aRisk('R-3', at(2, 2)),
  aRisk('R-4', at(2, 2)),
  aRisk('R-5', at(5, 5)),
  aRisk('R-6', at(1, 3)),
  aRisk('R-8'),
]);
const NOW = factsOf([
  aRisk('R-1', at(5, 4)),
  aRisk('R-2', at(1, 4)),
  aRisk('R-3', at(2, 2)),
  aRisk('R-4', { ...at(2, 2), status: 'occurred' }),
  aRisk('R-5', { ...at(5, 5), status: 'closed' }),
  aRisk('R-7', at(2, 2)),
  aRisk('R-8'),
]);

function cell(heat: HeatModel, probability: number, impact: number) {
  const found = heat.rows.flat().find(one => one.probability === probability && one.impact === impact);
  assert.ok(found);
  return { ...found, lines: found.lines.map(say) };
}

describe('heat map', () => {
  it('goes from the highest probability down and from the lowest impact up, each cell in its band', () => {
    const { rows, since } = heatOf(NOW);
    assert.deepEqual(
      rows.map(row => row.map(({ probability, impact }) => probability * 10 + impact)),
      [5, 4, 3, 2, 1].map(probability => [1, 2, 3, 4, 5].map(impact => probability * 10 + impact)),
    );
    assert.deepEqual(
      rows[1]?.map(({ band }) => band),
      ['low', 'moderate', 'high', 'severe', 'severe'],
    );
    assert.equal(since, undefined);
  });

  it('counts what may still happen and names what has no place on it', () => {
    const heat = heatOf(NOW);
    assert.deepEqual(cell(heat, 2, 2).lines, ['R-3 R-3', 'R-7 R-7']);
    assert.equal(cell(heat, 5, 5).count, 0);
    assert.equal(
      heat.rows.flat().reduce((sum, { count }) => sum + count, 0),
      4,
    );
    assert.deepEqual(
      heat.unscored.map(({ id }) => id),
      ['R-8'],
    );
  });

  it('marks what has come and gone since the baseline, and says from where and to where', () => {
    const heat = heatOf(NOW, BEFORE);
    const { came, left, lines } = cell(heat, 2, 2);
    assert.deepEqual(
      [came, left, lines],
      ['new', 1, ['R-3 R-3', 'R-7 R-7 · new on the map', 'R-4 R-4 · occurred']],
    );
    assert.deepEqual(cell(heat, 5, 4).lines, ['R-1 R-1 · was at probability 3 × impact 4']);
    assert.equal(cell(heat, 5, 4).came, 'up');
    assert.equal(cell(heat, 1, 4).came, 'down');
    assert.deepEqual(cell(heat, 3, 4).lines, ['R-1 R-1 · now at probability 5 × impact 4']);
    assert.deepEqual(cell(heat, 5, 5).lines, ['R-5 R-5 · closed']);
    assert.deepEqual(cell(heat, 1, 3).lines, ['R-6 R-6 · gone from the register']);
    assert.equal(heat.since, '2026-11-13');
    assert.equal(heatOf(NOW, NOW).since, undefined);
  });

  it('names only the first risks of a crowded cell, and says how many more there are', () => {
    const crowd = factsOf(Array.from({ length: 30 }, (_, index) => aRisk(`R-${index}`, at(1, 1))));
    const { count, lines, more } = cell(heatOf(crowd), 1, 1);
    assert.deepEqual([count, lines.length, more], [30, 8, 22]);
    assert.match(exported(crowd, 'markdown'), /, \(\+5\) \|/);
    const unscored = heatOf(factsOf(Array.from({ length: 9 }, (_, index) => aRisk(`R-${index}`))));
    assert.deepEqual([unscored.unscored.length, unscored.more], [6, 3]);
  });

  it('is copied with the ids of its risks', () => {
    const csv = exported(NOW, 'csv');
    const lines = exported(NOW, 'markdown').split('\n');
    assert.equal(lines.length, 8);
    assert.equal(lines[5], '| 2 (up to 30%) |  | R-3, R-7 |  |  |  |');
    assert.equal(lines[7], '| Not scored | R-8 |  |  |  |  |');
    assert.equal(csv.split('\n').length, 27);
    assert.ok(csv.includes('\n2,2,4,low,2,R-3 R-7\n') && csv.endsWith('\n,,,unscored,1,R-8'));
  });
});

describe('what moved in the register', () => {
  it('goes from score to score, and says what is new, settled or has occurred', () => {
    const model = riskMovesModel(NOW, { ok: true, facts: BEFORE }, { shown: { riskMoves: 10 }, most: 25 });
    assert.ok(model.kind === 'known');
    assert.deepEqual(
      model.moves.rows.map(({ id, move, from, to, uid }) => [
        id,
        move,
        from && say(from.text),
        say(to.text),
        uid !== '',
      ]),
      [
        ['R-4', 'occurred', '4 low', 'occurred', true],
        ['R-7', 'new', undefined, '4 low', true],
        ['R-1', 'up', '12 high', '20 severe', true],
        ['R-2', 'down', '16 severe', '4 low', true],
        ['R-5', 'settled', '25 severe', 'closed', true],
        ['R-6', 'settled', '3 low', 'gone from the register', false],
      ],
    );
  });

  it('says why it is not known', () => {
    const model = riskMovesModel(NOW, { ok: false, text: { code: 'git-untrusted', args: [] } }, LIMITS);
    assert.equal(model.kind, 'unknown');
  });
});

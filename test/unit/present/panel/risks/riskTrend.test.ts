import assert from 'node:assert/strict';
import type { RiskLevel } from '../../../../../src/core/insight/history/planHistory';
import { addDays } from '../../../../../src/core/base/dates';
import { riskTrendExport } from '../../../../../src/present/exports/riskTrend';
import { riskTrendModel } from '../../../../../src/present/panel/risks/riskTrend';
import type { RisksModel } from '../../../../../src/shared/risksModel';
import { say } from '../../../../../src/words/say';
import { HistoryBuilder } from '../../../../support/historyBuilder';
import { insightOf } from '../../../../support/insightOf';
import { factsFor, snapshotOf, TODAY } from '../../../../support/panel/handMade';
import { aPlan } from '../../../../support/planBuilder';

const facts = factsFor(aPlan(['APP-1']));
const git = new HistoryBuilder();
git.commit('start');
const [repo] = snapshotOf(facts, { history: git.build() }).repos;

function trendOf(risks: readonly RiskLevel[]) {
  const insight = insightOf(facts, { first: '2026-09-01', tasks: new Map(), dueMoves: [], risks });
  return riskTrendModel(insight, repo, TODAY);
}

describe('trend of the register', () => {
  it('counts bands at the end of each day on which a risk changed', () => {
    const trend = trendOf([
      { day: '2026-09-01', scores: [9] },
      { day: '2026-09-01', scores: [9, undefined] },
      { day: '2026-10-06', scores: [16, 20, 10] },
    ]);
    assert.ok(trend.kind === 'trend');
    assert.deepEqual(trend.levels, [
      { day: '2026-09-01', counts: [0, 0, 1, 0, 1] },
      { day: '2026-10-06', counts: [2, 1, 0, 0, 0] },
    ]);
    const shown = { tab: 'risks', trend } as unknown as RisksModel;
    assert.equal(say(trend.text), 'Risks: 2 on 1 Sep 2026, 3 today.');
    assert.deepEqual(riskTrendExport.make(shown, 'csv')?.split('\n'), [
      'day,severe,high,moderate,low,unscored',
      '2026-09-01,0,0,1,0,1',
      '2026-10-06,2,1,0,0,0',
    ]);
    assert.equal(
      riskTrendExport.make(shown, 'markdown')?.split('\n')[3],
      '| 2026-10-06 | 2 | 1 | 0 | 0 | 0 |',
    );
  });

  it('keeps the last level of each stretch where there are too many to be told apart', () => {
    const levels = Array.from({ length: 900 }, (_, index) => ({
      day: addDays(TODAY, index - 899),
      scores: Array.from({ length: index }, () => 9),
    }));
    const trend = trendOf(levels);
    assert.ok(trend.kind === 'trend');
    assert.equal(trend.levels.length, 180);
    assert.deepEqual(trend.levels.at(-1), { day: TODAY, counts: [0, 0, 899, 0, 0] });
  });

  it('says when there is not enough history, or none', () => {
    const text = (trend: ReturnType<typeof trendOf>) => (trend.kind === 'none' ? say(trend.text) : '');
    assert.match(text(trendOf([])), /no risk has been committed/);
    assert.match(text(trendOf([{ day: '2026-09-01', scores: [9] }])), /on one day only/);
    assert.match(text(riskTrendModel(undefined, repo, TODAY)), /Computing/);
    assert.match(text(riskTrendModel(insightOf(facts), undefined, TODAY)), /Without git/);
  });
});

import assert from 'node:assert/strict';
import type { MilestoneForecast, PlanForecast } from '../../../../src/core/insight/forecast/forecastResult';
import { milestoneDates } from '../../../../src/present/rows/milestoneDates';
import { scopeOf } from '../../../../src/present/rows/scope';
import { say } from '../../../../src/words/say';
import { insightOf } from '../../../support/insightOf';
import { days } from '../../../support/networks';
import { aMilestone, aSnapshot, aTask } from '../../../support/snapshotBuilder';

/** The dates of a milestone on 15 Jun 2026. */
function dates(due: string | undefined, own?: Pick<MilestoneForecast, 'p50' | 'p85'>): string {
  const milestone = aMilestone('beta', due === undefined ? {} : { due });
  const task = aTask('APP-1', { milestone: 'BETA', estimate: days(3), assignees: ['@ana'] });
  const snapshot = aSnapshot([{ milestones: [milestone], tasks: [task] }]);
  const [facts] = snapshot.plans;
  assert.ok(facts);
  const forecast: PlanForecast = {
    kind: 'forecast',
    method: 'throughput',
    runs: 1,
    milestones: [{ milestone: 'BETA', remaining: 1, ...own }],
    whole: { milestone: '', remaining: 1 },
    cone: [],
    reasons: [],
  };
  const insight = { ...insightOf(facts), ...(own && { forecast }) };
  const scope = scopeOf({ ...snapshot, insight: new Map([[facts.plan.uid, insight]]) }, facts);
  return say(milestoneDates(scope, milestone));
}

describe('the dates of a milestone in its row', () => {
  it('lead from the due date to the day of even odds, where that is later', () => {
    assert.equal(dates('2026-07-02', { p50: '2026-07-26', p85: '2026-08-24' }), '2 Jul → 26 Jul');
    assert.equal(dates('2026-07-02', {}), '2 Jul → no date in sight');
  });

  it('lead to the day that is safe to promise, where only that one is later', () => {
    assert.equal(dates('2026-07-02', { p50: '2026-07-02', p85: '2026-07-14' }), '2 Jul → 14 Jul (85%)');
    assert.equal(dates('2026-07-02', { p50: '2026-06-20' }), '2 Jul → no safe date');
  });

  it('are the due date alone where it is kept, and nothing without one', () => {
    assert.equal(dates('2026-07-02', { p50: '2026-06-20', p85: '2026-07-02' }), '2 Jul');
    assert.equal(dates(undefined, { p50: '2026-06-20' }), '');
  });

  it('say how late it is already', () => {
    assert.equal(dates('2026-06-11', { p50: '2026-06-26' }), '4 d late → 26 Jun');
    assert.equal(dates('2026-06-11', {}), '4 d late → no date in sight');
  });

  it('take the last day of the schedule where there is no forecast', () => {
    assert.equal(dates('2026-06-11'), '4 d late → 17 Jun');
    assert.equal(dates('2026-07-02'), '2 Jul');
  });
});

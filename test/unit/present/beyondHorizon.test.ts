import assert from 'node:assert/strict';
import { BEYOND } from '../../../src/core/base/dates';
import { scheduleJson } from '../../../src/present/json/insightJson';
import { dayText } from '../../../src/present/panel/parts/days';
import { scheduleTable } from '../../../src/present/tables/insightTables';
import { formatDay } from '../../../src/words/days';
import { computeInsight } from '../../../src/core/insight/planInsight';
import type { PlanInsight } from '../../../src/core/insight/planInsight';
import { activity } from '../../support/networks';
import { aPlan } from '../../support/planBuilder';

describe('a day beyond the horizon', () => {
  const plan = aPlan([activity('A', 9000), activity('B', 9000, 'A'), activity('C', 1, 'B+9000')]);
  const insight = computeInsight([{ plan, observed: new Map() }], '2026-03-02')[0] as PlanInsight;

  it('is told from no other, in words for people and as null for machines', () => {
    const table = scheduleTable({ plan, insight }).join('\n');
    assert.match(table, /T-A +2026-03-02 +2060-08-27/);
    assert.match(table, /T-B +2060-08-30 +a day beyond the horizon/);
    assert.match(table, /T-C +a day beyond the horizon +a day beyond the horizon/);
    const json = JSON.parse(JSON.stringify(scheduleJson('/repo', [{ plan, insight }])));
    const [a, b, c] = json.plans[0].tasks;
    assert.deepEqual([a.finish, b.start, b.finish, c.start], ['2060-08-27', '2060-08-30', null, null]);
    assert.deepEqual([b.ef, c.ef], [18_000, 27_001]);
    const beyondHorizon = ['critical', 'limited'];
    assert.deepEqual(json.plans[0].finish, { critical: null, limited: null, beyondHorizon });
    assert.deepEqual(
      [a.beyondHorizon, b.beyondHorizon, c.beyondHorizon],
      [undefined, ['finish', 'limitedFinish'], ['start', 'finish', 'limitedStart', 'limitedFinish']],
    );
  });

  it('is at no distance from today', () => {
    assert.equal(formatDay(BEYOND), 'a day beyond the horizon');
    assert.equal(dayText('2026-03-02', BEYOND), '');
  });
});

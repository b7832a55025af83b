import assert from 'node:assert/strict';
import { computeInsight } from '../../../src/core/insight/planInsight';
import type { PlanInsight } from '../../../src/core/insight/planInsight';
import { scheduleTable } from '../../../src/present/tables/insightTables';
import { activity } from '../../support/networks';
import { aPlan } from '../../support/planBuilder';

describe('the table of a schedule', () => {
  it('says what cannot be done, where nobody can', () => {
    const people = [{ id: '@ana', emails: [], capacity: 0, off: [] }];
    const tables = [1, 2].map(many => {
      const tasks = ['A', 'B'].slice(0, many).map(id => activity(id, 5));
      const plan = aPlan(tasks, { people });
      const insight = computeInsight([{ plan, observed: new Map() }], '2026-03-02')[0] as PlanInsight;
      return scheduleTable({ plan, insight })[0];
    });
    assert.deepEqual(tables, [
      '1 task (marked -) cannot be scheduled: somebody or something it needs is never available. Without limits, all open work ends on 2026-03-06',
      '2 tasks (marked -) cannot be scheduled: somebody or something they need is never available. Without limits, all open work ends on 2026-03-06',
    ]);
  });
});

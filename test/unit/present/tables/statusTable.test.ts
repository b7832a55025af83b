import assert from 'node:assert/strict';
import { statusTable } from '../../../../src/present/tables/statusTable';
import { insightOf } from '../../../support/insightOf';
import { aTask } from '../../../support/planBuilder';
import { aMilestone, aSnapshot } from '../../../support/snapshotBuilder';

describe('statusTable', () => {
  it('lists milestones by due day, undated ones after those, finished ones last', () => {
    const milestones = [
      aMilestone('alpha'),
      aMilestone('beta', { due: '2026-08-01' }),
      aMilestone('gamma', { due: '2026-05-01', status: 'done' }),
      aMilestone('zeta', { due: '2026-06-01' }),
    ];
    const [facts] = aSnapshot([{ milestones }]).plans;
    assert.ok(facts);
    const lines = statusTable({ facts, insight: insightOf(facts) });
    const titles = lines.flatMap(line => /Milestone (\w+)$/.exec(line)?.[1] ?? []);
    assert.deepEqual(titles, ['zeta', 'beta', 'alpha', 'gamma']);
  });

  it('names a task without an id by its title in a finding', () => {
    const late = aTask('', { uid: 'later/ship', title: 'Ship it', due: '2020-01-01' });
    const [facts] = aSnapshot([{ tasks: [late] }]).plans;
    assert.ok(facts);
    const lines = statusTable({ facts, insight: insightOf(facts) });
    assert.match(lines.join('\n'), /^ *Ship it: Overdue since /m);
  });
});

import assert from 'node:assert/strict';
import { computeInsight } from '../../../../../src/core/insight/planInsight';
import { aPlan, aTask } from '../../../../support/planBuilder';

describe('a task that is nobody’s', () => {
  it('is found, whoever has a task without an id', () => {
    const active = { category: 'active', status: 'In progress' } as const;
    const owned = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(number =>
      aTask(`APP-${number}`, { ...active, assignees: ['@ana'] }),
    );
    const without = aTask('', { uid: '@plan/m.md:3', title: 'No id', assignees: ['@li'] });
    const plan = aPlan([...owned, without, aTask('APP-11', active)]);
    const [insight] = computeInsight([{ plan, observed: new Map() }], '2026-11-02');
    assert.deepEqual(
      insight?.findings.filter(({ id }) => id === 'no-owner').map(({ subject }) => subject.id),
      ['APP-11'],
    );
  });
});

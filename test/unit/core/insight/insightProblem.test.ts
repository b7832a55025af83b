import assert from 'node:assert/strict';
import { insightProblem } from '../../../../src/core/insight/insightProblem';
import { aPlan, aTask } from '../../../support/planBuilder';

const people = (count: number, off: readonly { from: string; to: string }[] = []) =>
  Array.from({ length: count }, (_, at) => ({ id: `@p${at}`, emails: [], capacity: 1, off }));
const tasks = (count: number) => Array.from({ length: count }, (_, at) => aTask(`APP-${at}`));
const problemOf = (...plans: ReturnType<typeof aPlan>[]) =>
  insightProblem(plans.map(plan => ({ plan, observed: new Map() })));

describe('what is too much to compute', () => {
  it('is nothing that people keep by hand', () => {
    const off = Array.from({ length: 30 }, () => ({ from: '2026-12-24', to: '2026-12-31' }));
    assert.equal(problemOf(aPlan(tasks(10_000), { people: people(1000, off), holidays: off })), undefined);
  });

  it('is everybody tried for everything, told with the plan that asks for it', () => {
    const large = aPlan(tasks(10_000), { people: people(5001) }, { folder: 'large' });
    assert.deepEqual(problemOf(aPlan([]), large), { code: 'insight-people', args: ['large', 5001, 10_000] });
    const assigned = { ...large, tasks: large.tasks.map(task => ({ ...task, assignees: ['@p1'] })) };
    assert.equal(problemOf(assigned), undefined);
    const done = { ...large, tasks: large.tasks.map(task => ({ ...task, category: 'done' as const })) };
    assert.equal(problemOf(done), undefined);
  });

  it('is a calendar of many days for many people', () => {
    const off = Array.from({ length: 2000 }, () => ({ from: '2026-12-24', to: '2026-12-31' }));
    assert.equal(problemOf(aPlan([], { people: people(2000), holidays: off })), undefined);
    assert.equal(
      problemOf(aPlan([], { people: people(2000, off), holidays: off }))?.code,
      'insight-days-off',
    );
  });
});

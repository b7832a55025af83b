import assert from 'node:assert/strict';
import { openWorkFirst } from '../../../src/present/openWorkFirst';
import { timelineModel } from '../../../src/present/panel/timeline/timeline';
import { personPicks } from '../../../src/present/picks/personPicks';
import { insightOf } from '../../support/insightOf';
import { factsFor, snapshotOf } from '../../support/panel/handMade';
import { aPlan, aTask } from '../../support/planBuilder';

const person = (id: string) => ({ id, emails: [], capacity: 1, off: [] });
const facts = factsFor(
  aPlan(
    [
      aTask('APP-1', { category: 'done', status: 'Done', assignees: ['@ana'] }),
      aTask('APP-2', { assignees: ['@li', '@zoe'] }),
      aTask('APP-3', { category: 'dropped', status: 'Dropped', assignees: ['@bo'] }),
    ],
    { people: [person('@ana'), person('@li')] },
  ),
);
const WANTED = ['@li', '@zoe', '@ana', '@bo'];

describe('people to choose from', () => {
  it('are those with open work first, else in their order', () => {
    const all = ['@ana', '@li', '@bo', '@zoe'];
    assert.deepEqual(
      openWorkFirst(all, id => id, facts.plan.tasks),
      WANTED,
    );
  });

  it('are so in the timeline and where one says who one is', () => {
    const { people } = timelineModel(facts, insightOf(facts), undefined, {}, { shown: {}, most: 25 });
    assert.deepEqual(people.map(({ id }) => id).sort(), [...WANTED].sort());
    assert.deepEqual(
      people.slice(0, 2).map(({ id }) => id),
      WANTED.slice(0, 2),
    );
    assert.deepEqual(
      personPicks(snapshotOf(facts)).map(({ value }) => value),
      WANTED,
    );
  });
});

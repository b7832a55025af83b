import assert from 'node:assert/strict';
import { renamed } from '../../../../src/core/plan/renamed';
import { aPlan, aTask } from '../../../support/planBuilder';
import { aRisk } from '../../../support/snapshotBuilder';

describe('a plan from before its prefix was changed', () => {
  const old = aPlan(
    [
      aTask('OLD-1'),
      aTask('OLD-2', { parent: 'OLD-1', dependsOn: [{ key: 'OLD-3', text: 'OLD-3' }] }),
      aTask('OLD-3', { uid: 'OLD-3@plan/tasks/a.md:0', milestone: 'BETA' }),
      aTask('', { key: '', uid: '@plan/milestones/beta.md:3' }),
    ],
    { prefix: 'OLD' },
    { risks: [aRisk('R-1', { tasks: ['OLD-2'] })], otherIds: new Map([['OLD-9', 'OLD-1']]) },
  );

  it('has the keys of today, and its ids as they were', () => {
    const now = renamed(old, { prefix: 'NEW', aliases: ['OLD'] });
    assert.deepEqual(
      now.tasks.map(({ id, key, uid }) => [id, key, uid]),
      [
        ['OLD-1', 'NEW-1', 'NEW-1'],
        ['OLD-2', 'NEW-2', 'NEW-2'],
        ['OLD-3', 'NEW-3', 'NEW-3@plan/tasks/a.md:0'],
        ['', '', '@plan/milestones/beta.md:3'],
      ],
    );
    assert.deepEqual([now.tasks[1]?.parent, now.tasks[1]?.dependsOn[0]?.key], ['NEW-1', 'NEW-3']);
    assert.deepEqual([now.tasks[2]?.milestone, now.risks[0]?.key], ['BETA', 'R-1']);
    assert.deepEqual(now.risks[0]?.tasks, ['NEW-2']);
    assert.deepEqual(now.otherIds, new Map([['NEW-9', 'NEW-1']]));
    assert.deepEqual([now.settings.prefix, now.settings.aliases], ['NEW', ['OLD']]);
  });

  it('is known by a former prefix that only its files tell of', () => {
    assert.equal(renamed(old, { prefix: 'NEW', aliases: [] }, ['old']).tasks[0]?.key, 'NEW-1');
  });

  it('is left alone when it is another plan', () => {
    assert.equal(renamed(old, { prefix: 'NEW', aliases: ['APP'] }), old);
  });
});

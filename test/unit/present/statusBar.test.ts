import assert from 'node:assert/strict';
import { overdueCount } from '../../../src/present/badge';
import { statusBarModel } from '../../../src/present/statusBar';
import { say } from '../../../src/words/say';
import { aMilestone, aSnapshot, aTask } from '../../support/snapshotBuilder';

const branches = ['APP-1', 'APP-2'].map(task => ({
  branch: 'app-1-and-2',
  task,
  strength: 'works-on' as const,
  merged: false,
  commits: [],
}));

describe('statusBarModel', () => {
  it('names the task of the checked-out branch and the health of its milestone', () => {
    const model = statusBarModel(
      aSnapshot(
        [
          {
            milestones: [aMilestone('beta', { health: 'at risk' })],
            tasks: [aTask('APP-1', { milestone: 'BETA' }), aTask('APP-2')],
            branches,
          },
        ],
        { branch: 'app-1-and-2' },
      ),
    );
    assert.equal(say(model?.text ?? ''), 'APP-1 Title of APP-1 · 1 more · at risk');
    assert.deepEqual(model?.subject, { kind: 'task', plan: '/work/app/plan', uid: 'APP-1' });
  });

  it('shortens long titles', () => {
    const tasks = [aTask('APP-1', { title: 'A very long title that would push everything else away' })];
    const model = statusBarModel(aSnapshot([{ tasks, branches }], { branch: 'app-1-and-2' }));
    assert.equal(say(model?.text ?? ''), 'APP-1 A very long title that would push…');
  });

  it('is absent on a branch without a task, and while git is silent', () => {
    const content = { tasks: [aTask('APP-1')], branches };
    assert.equal(statusBarModel(aSnapshot([content], { branch: 'main' })), undefined);
    assert.equal(statusBarModel(aSnapshot([content])), undefined);
  });
});

describe('overdueCount', () => {
  it('counts open tasks past their day, in all plans', () => {
    const late = { due: '2026-06-14' };
    const tasks = [
      aTask('APP-1', late),
      aTask('APP-2', { ...late, category: 'done' }),
      aTask('APP-3', { due: '2026-06-15' }),
    ];
    assert.equal(overdueCount(aSnapshot([{ tasks }, { tasks, folder: 'other' }])), 2);
  });
});

import assert from 'node:assert/strict';
import { finish } from '../../../../../src/core/base/steps';
import { linkSteps } from '../../../../../src/core/evidence/linkPlan';
import { lostLinksOf, relinkChanges } from '../../../../../src/core/evidence/hand/lostLinks';
import type { HandLink } from '../../../../../src/core/plan/model';
import { HistoryBuilder } from '../../../../support/historyBuilder';
import { aPlan, aTask } from '../../../../support/planBuilder';

const link = (hash: string, subject: string, more: Partial<HandLink> = {}): HandLink => ({
  hash,
  not: false,
  date: '2026-09-10',
  subject,
  ...more,
});

describe('lost links', () => {
  it('are told of the task that has them, and not where there is nothing to tell', () => {
    const git = new HistoryBuilder();
    const moved = git.commit('Moved', { day: '2026-09-10' });
    const twins = [
      aTask('APP-1', { handLinks: [link('1111111', 'Moved'), link('2222222', 'Away', { not: true })] }),
      aTask('APP-1', { uid: 'APP-1@b', handLinks: [link('3333333', 'Away'), link(moved.slice(0, 12), '')] }),
    ] as const;
    const plan = aPlan(twins);
    const history = { ...git.build(), gone: new Map([['3333333', undefined]]) };
    const evidence = finish(linkSteps({ plan, prefix: '', history, planFolders: [] }));
    assert.deepEqual(
      twins.map(task => lostLinksOf(task, evidence).map(({ link: { hash }, foundAs }) => [hash, foundAs])),
      [[['1111111', moved]], [['3333333', undefined]]],
    );
    assert.deepEqual(lostLinksOf(twins[0], undefined), []);
  });

  it('are written as they are now, file by file', () => {
    const git = new HistoryBuilder();
    const one = git.commit('One, in other words', { day: '2026-09-12' });
    const two = git.commit('Two\n\nbody', { day: '2026-09-13' });
    const lost = [
      { task: 'APP-1', link: link('1111111', 'One'), foundAs: one },
      { task: 'APP-1', link: link('2222222', 'Two', { not: true, file: 'plan/project.md' }), foundAs: two },
      { task: 'APP-1', link: link('3333333', 'Three') },
    ];
    assert.deepEqual(relinkChanges(lost, git.build(), 'UTC'), [
      {
        kind: 'relink',
        moves: [
          {
            hash: '1111111',
            not: false,
            to: { hash: one, date: '2026-09-12', subject: 'One, in other words' },
          },
        ],
      },
      {
        kind: 'relink',
        moves: [{ hash: '2222222', not: true, to: { hash: two, date: '2026-09-13', subject: 'Two' } }],
      },
    ]);
  });
});

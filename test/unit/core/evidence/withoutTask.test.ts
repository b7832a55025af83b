import assert from 'node:assert/strict';
import { finish } from '../../../../src/core/base/steps';
import { linkSteps } from '../../../../src/core/evidence/linkPlan';
import { withoutTaskSteps } from '../../../../src/core/evidence/withoutTask';
import type { PlanSettings } from '../../../../src/core/plan/settings';
import { HistoryBuilder } from '../../../support/historyBuilder';
import { aPlan } from '../../../support/planBuilder';

let git: HistoryBuilder;

/** Subjects of the commits without a task. */
function without(settings: Partial<PlanSettings> = {}): string[] {
  const plan = aPlan(['APP-1', 'APP-2'], settings);
  const history = git.build();
  const planFolders = ['plan/'];
  const evidence = finish(linkSteps({ plan, prefix: '', history, planFolders }));
  return finish(withoutTaskSteps({ history, plans: [{ plan, prefix: '', evidence }], planFolders })).map(
    hash => history.commits.get(hash)?.message.split('\n')[0] ?? '',
  );
}

describe('withoutTask', () => {
  beforeEach(() => {
    git = new HistoryBuilder();
    git.commit('Before there was a plan');
    git.commit('The plan', { files: ['A plan/project.md', 'src/a.ts'] });
  });

  it('lists work without any link, newest first', () => {
    git.commit('One');
    git.commit('APP-1 has its task');
    git.commit('Two');
    assert.deepEqual(without(), ['Two', 'One']);
  });

  it('looks at the default and the current branch only', () => {
    git.checkout('elsewhere').commit('Elsewhere');
    git.checkout('here', git.tip('main')).commit('Here');
    git.checkout('main').commit('Main');
    git.checkout('here');
    assert.deepEqual(without(), ['Main', 'Here']);
  });

  it('leaves out planning, merges, reverts and what they revert, and commits that need no task', () => {
    git.commit('Replan', { files: ['plan/tasks/app-1.md'] });
    git.checkout('app-1').commit('On its branch');
    git.checkout('main').commit('See APP-2\n\nx');
    git.merge('app-1');
    const work = git.commit('APP-1 store');
    git.commit(`Revert "APP-1 store"\n\nThis reverts commit ${work}.`);
    git.commit('Typo\n\nTask: none');
    assert.deepEqual(without(), []);
  });

  it('leaves out bots and version bumps', () => {
    git.commit('Update things', { author: 'dependabot[bot]', email: '1+dependabot[bot]@users.example.org' });
    git.commit('Update more', { author: 'renovate' });
    for (const subject of [
      'v1.2.3',
      '1.2.3-rc.1',
      'Release 1.2.3',
      'chore(release): all',
      'chore: release v2.0.0',
      'Bump version',
      'chore: bump version to 3',
      'chore: sync package.json version to v1.50.1',
      'Bump left-pad from 1.0.0 to 1.1.0',
      'Publish notes [skip ci]',
    ]) {
      git.commit(subject);
    }
    for (const subject of ['Release the lock', 'Fix version check for 1.2', 'Bump the limit']) {
      git.commit(subject);
    }
    assert.deepEqual(without(), ['Bump the limit', 'Fix version check for 1.2', 'Release the lock']);
  });

  it('follows the rules of the plan', () => {
    git.commit('Docs', { files: ['docs/a.md'] });
    git.commit('Pay', { files: ['services/pay/a.ts'], author: 'Bo', email: 'bo@example.org' });
    git.commit('wip: pay', { files: ['services/pay/b.ts'] });
    assert.deepEqual(without({ paths: ['services/pay/**'] }), ['wip: pay', 'Pay']);
    assert.deepEqual(without({ ignore: { authors: ['BO@example.org'], subjects: ['wip:*'] } }), ['Docs']);
  });

  it('leaves out commits that the plan says need no task, by hash and, after a rebase, by date and subject', () => {
    const hash = git.commit('One', { day: '2026-09-10' });
    git.commit('Two', { day: '2026-09-11' });
    assert.deepEqual(without({ noTask: [{ hash: hash.slice(0, 12) }] }), ['Two']);
    const rebased = { hash: 'f'.repeat(12), date: '2026-09-11', subject: 'Two' };
    assert.deepEqual(without({ noTask: [rebased] }), ['One']);
    assert.deepEqual(without({ noTask: [{ ...rebased, date: '2026-09-12' }] }), ['Two', 'One']);
  });

  it('lists nothing while the plan has not been committed', () => {
    git = new HistoryBuilder();
    git.commit('One');
    assert.deepEqual(without(), []);
  });
});

import assert from 'node:assert/strict';
import { finish } from '../../../../../src/core/base/steps';
import { linkSteps } from '../../../../../src/core/evidence/linkPlan';
import { driftSteps } from '../../../../../src/core/insight/findings/drift';
import type { ChecklistItem, Milestone, Plan, Task } from '../../../../../src/core/plan/model';
import { HistoryBuilder } from '../../../../support/historyBuilder';
import { aPlan, aTask } from '../../../../support/planBuilder';
import { aMilestone } from '../../../../support/snapshotBuilder';

let git: HistoryBuilder;

/** A Monday. */
const TODAY = '2026-11-16';

/** Findings as `code id args`. */
function drift(tasks: readonly Task[], plan: Plan = aPlan(tasks)): string[] {
  const history = git.build();
  const evidence = finish(linkSteps({ plan, prefix: '', history, planFolders: [`${plan.folder}/`] }));
  return finish(driftSteps({ plan, prefix: '', evidence, history, today: TODAY })).map(
    ({ id, subject, reasons }) =>
      `${id} ${subject.id} ${reasons.map(({ args }) => args.join(' ')).join()}`.trim(),
  );
}

const open = (fields: Partial<Task> = {}): Task => aTask('APP-1', fields);
const active = (fields: Partial<Task> = {}): Task => aTask('APP-1', { category: 'active', ...fields });
const done = (fields: Partial<Task> = {}): Task => aTask('APP-1', { category: 'done', ...fields });
const box = (checked: boolean): ChecklistItem => ({
  text: 'x',
  checked,
  list: 'criteria',
  file: '',
  line: 0,
});

describe('drift', () => {
  beforeEach(() => {
    git = new HistoryBuilder();
    git.commit('Start', { day: '2026-09-01' });
  });

  describe('open but started', () => {
    it('is found for work on a branch', () => {
      git.checkout('app-1').commit('one', { day: '2026-11-12' });
      assert.deepEqual(drift([open()]), ['open-but-started APP-1 1 app-1']);
      assert.deepEqual(drift([active()]), []);
      assert.deepEqual(drift([open({ category: 'dropped' })]), []);
    });

    it('is not found where another branch changes the task itself', () => {
      git.checkout('app-1').commit('one', { day: '2026-11-12', files: ['src/a.ts', 'plan/tasks/app-1.md'] });
      assert.equal(drift([open()]).length, 1);
      git.checkout('main');
      assert.deepEqual(drift([open()]), []);
    });
  });

  describe('looks finished', () => {
    it('is found three working days after the last work landed', () => {
      git.commit('APP-1 a', { day: '2026-11-11' });
      assert.deepEqual(drift([open()]), ['looks-finished APP-1 1 2026-11-11']);
      assert.deepEqual(drift([active()]), ['looks-finished APP-1 1 2026-11-11']);
      assert.deepEqual(drift([done()]), []);
      git.commit('APP-1 b', { day: '2026-11-12' });
      assert.deepEqual(drift([open()]), []);
    });

    it('is not found while work is unmerged, criteria are ticked in part, or subtasks are open', () => {
      git.commit('APP-1 a', { day: '2026-11-09' });
      assert.deepEqual(drift([active({ checklist: [box(true), box(false)] })]), []);
      assert.equal(drift([active({ checklist: [box(true), box(true)] })]).length, 1);
      assert.equal(drift([active({ checklist: [box(false)] })]).length, 1);
      assert.deepEqual(drift([active(), aTask('APP-1.1', { parent: 'APP-1' })]), []);
      git.checkout('app-1').commit('more', { day: '2026-11-13' });
      assert.deepEqual(drift([active()]), []);
    });

    it('does not count days that a fetch has not seen', () => {
      git.commit('APP-1 a', { day: '2026-11-11' });
      const plan = aPlan([active()]);
      const history = { ...git.build(), fetched: Date.parse('2026-11-12T08:00:00Z') / 1000 };
      const evidence = finish(linkSteps({ plan, prefix: '', history, planFolders: ['plan/'] }));
      assert.deepEqual(finish(driftSteps({ plan, prefix: '', evidence, history, today: TODAY })), []);
    });
  });

  it('finds closed but not done', () => {
    const commit = git.commit('Store\n\nCloses APP-1', { day: '2026-11-15' });
    const expected = [`closed-not-done APP-1 ${commit.slice(0, 12)} 2026-11-15`];
    assert.deepEqual(drift([open()]), expected);
    assert.deepEqual(drift([open({ category: 'blocked' })]), expected);
    assert.deepEqual(drift([done()]), []);
  });

  it('finds done but unmerged, unless its squash merge landed', () => {
    git.commit('APP-1 a', { day: '2026-11-02' });
    git.checkout('app-1').commit('b', { day: '2026-11-03' });
    // On the branch itself it is done.
    assert.deepEqual(drift([done()]), []);
    git.checkout('main');
    assert.deepEqual(drift([done()]), ['done-but-unmerged APP-1 app-1 1']);
    git.commit('APP-1 c (#3)', { day: '2026-11-04' });
    assert.deepEqual(drift([done()]), []);
  });

  describe('active but quiet', () => {
    it('is found ten working days after the last work', () => {
      git.checkout('app-1').commit('a', { day: '2026-11-02' });
      assert.deepEqual(drift([active()]), ['active-but-quiet APP-1 10']);
      git.commit('b', { day: '2026-11-03' });
      assert.deepEqual(drift([active()]), []);
    });

    it('is not found for a task whose subtasks go on', () => {
      git.commit('APP-1 a', { day: '2026-10-01' });
      assert.deepEqual(drift([active(), aTask('APP-1.1', { parent: 'APP-1' })]), []);
    });

    it('is not found in a milestone that is over, where nobody is to go on', () => {
      git.checkout('app-1').commit('a', { day: '2026-10-01' });
      const of = (status: Milestone['status']): string[] => {
        const tasks = [active({ milestone: 'M-1' })];
        return drift(tasks, aPlan(tasks, {}, { milestones: [aMilestone('M-1', { status })] }));
      };
      assert.deepEqual(of('active'), ['active-but-quiet APP-1 32']);
      assert.deepEqual(of('done'), []);
      assert.deepEqual(of('dropped'), []);
    });

    it('counts from the start date or the last change of the file when there is no work', () => {
      assert.deepEqual(drift([active()]), []);
      assert.deepEqual(drift([active({ start: '2026-10-30' })]), ['active-but-quiet APP-1 11']);
      git.commit('APP-1 plan', { files: ['plan/tasks/app-1.md'], day: '2026-10-20' });
      assert.deepEqual(drift([active()]), ['active-but-quiet APP-1 19']);
    });
  });

  it('takes the last change of the milestone for an inline task that nobody has worked on', () => {
    const inline = active({ inline: true, file: 'plan/milestones/one.md', start: '2026-10-01' });
    git.commit('Start it', { files: ['plan/milestones/one.md'], day: '2026-11-12' });
    assert.deepEqual(drift([inline]), []);
    git.checkout('app-1').commit('a', { day: '2026-10-20' });
    assert.deepEqual(drift([inline]), ['active-but-quiet APP-1 19']);
  });

  describe('done without evidence', () => {
    const others = ['APP-2', 'APP-3'].map(id => aTask(id, { category: 'done', inline: true }));
    const quiet = done({ inline: true });

    it('is found where half of the done tasks have some', () => {
      git.commit('APP-2 a');
      assert.deepEqual(drift([quiet, ...others]), []);
      git.commit('APP-3 a');
      assert.deepEqual(drift([quiet, ...others]), ['done-without-evidence APP-1']);
    });

    it('is news for a while, and not in a shallow clone', () => {
      git.commit('APP-2 and APP-3');
      git.commit('x', { files: ['plan/tasks/app-1.md'], day: '2026-10-01' });
      assert.deepEqual(drift([done(), ...others]), ['done-without-evidence APP-1']);
      git.makeShallow();
      assert.deepEqual(drift([done(), ...others]), []);
      git = new HistoryBuilder();
      git.commit('APP-2 and APP-3');
      git.commit('x', { files: ['plan/tasks/app-1.md'], day: '2026-06-01' });
      assert.deepEqual(drift([done(), ...others]), []);
    });

    it('takes the evidence of the parent', () => {
      git.commit('APP-2 and APP-3');
      assert.deepEqual(drift([{ ...quiet, parent: 'APP-2' }, ...others]), []);
    });
  });

  it('finds work after done where the file shows when it was done', () => {
    const moved = 'backlog/completed/app-1 - Store.md';
    git.commit('Complete', { files: ['D backlog/tasks/app-1 - Store.md', `A ${moved}`], day: '2026-11-02' });
    const plan = aPlan([done({ file: moved })], {}, { folder: 'backlog', format: 'backlog' });
    git.commit('APP-1 soon after', { day: '2026-11-04' });
    assert.deepEqual(drift([], plan), []);
    git.commit('APP-1 late', { day: '2026-11-05' });
    assert.deepEqual(drift([], plan), ['work-after-done APP-1 1 2026-11-02']);
  });

  it('is silent about what is open in a dropped milestone, and not about what is open in one that is done', () => {
    git.commit('APP-1 a\n\nCloses APP-1', { day: '2026-11-11' });
    git.checkout('app-2').commit('b', { day: '2026-11-12' });
    const of = (status: Milestone['status']): string[] => {
      const tasks = ['APP-1', 'APP-2'].map(id => aTask(id, { milestone: 'M-1' }));
      const milestones = [aMilestone('M-1', { status })];
      return drift(tasks, aPlan(tasks, {}, { milestones })).map(text => text.split(' ')[0] ?? '');
    };
    assert.deepEqual(of('done'), ['closed-not-done', 'open-but-started']);
    assert.deepEqual(of('dropped'), []);
  });

  it('is silent about dismissed findings, tasks without expected evidence, and shared ids', () => {
    git.commit('APP-1 a', { day: '2026-10-01' });
    const reason = 'long runner';
    assert.deepEqual(drift([open({ dismissed: [{ finding: 'looks-finished', reason }] })]), []);
    assert.equal(drift([open({ dismissed: [{ finding: 'closed-not-done', reason }] })]).length, 1);
    assert.deepEqual(drift([open({ expectsEvidence: false })]), []);
    assert.deepEqual(drift([open({ duplicate: true })]), []);
    const plan = aPlan([open({ labels: ['legal'] })], { noEvidenceLabels: ['legal'] });
    assert.deepEqual(drift([], plan), []);
  });

  it('finds nothing in a repository where the plan says what git shows', () => {
    git.checkout('app-2').commit('one', { day: '2026-11-12' });
    git.checkout('main').commit('APP-1 (#1)', { day: '2026-11-10' });
    assert.deepEqual(drift([done(), aTask('APP-2', { category: 'active' }), aTask('APP-3')]), []);
  });
});

import assert from 'node:assert/strict';
import type { Review } from '../../../../src/core/insight/review/review';
import { currentWorkRows } from '../../../../src/present/rows/currentWorkRows';
import { rowAt, rowLines } from '../../../support/rowText';
import { aCommit, aCriterion, aLink, aSnapshot, aTask, TOP } from '../../../support/snapshotBuilder';

const started = aCommit('aaaaaaaa', 'APP-1 Start');
const stray = aCommit('bbbbbbbb', 'Tidy up');
const link = aLink('APP-1', started);

const content = {
  tasks: [aTask('APP-1', { status: 'In progress', category: 'active' }), aTask('APP-2')],
  links: [link],
  branches: [
    {
      branch: 'app-1',
      task: 'APP-1',
      strength: 'works-on',
      merged: false,
      commits: [stray.hash, started.hash],
    },
  ],
} as const;

const review: Review = {
  base: { name: 'main', hash: 'c'.repeat(40) },
  head: { name: 'app-1', hash: stray.hash },
  commits: [
    { hash: stray.hash, subject: 'Tidy up', author: 'Ana', time: 0, merge: false, links: [] },
    { hash: started.hash, subject: 'APP-1 Start', author: 'Ana', time: 0, merge: false, links: [link] },
  ],
  withoutTask: [stray.hash],
  tasks: ['APP-1'],
  changes: [
    {
      change: 'changed',
      kind: 'task',
      id: 'APP-2',
      key: 'APP-2',
      title: 'Two',
      field: 'due',
      from: '2026-06-18',
      to: '2026-07-02',
    },
    {
      change: 'changed',
      kind: 'task',
      id: 'APP-2',
      key: 'APP-2',
      title: 'Two',
      field: 'status',
      from: 'To do',
      to: 'Done',
    },
    { change: 'added', kind: 'task', id: 'APP-9', key: 'APP-9', title: 'Nine' },
  ],
  openCriteria: [{ task: 'APP-1', item: aCriterion('It is fast', 5) }],
  sameFiles: [],
  takenIds: [],
  unread: [],
};

describe('currentWorkRows', () => {
  it('says first what of the plan is in no commit yet, on the default branch as well', () => {
    const waiting = { changes: review.changes, links: new Map(), alsoOn: 'plan-2026-11-30' };
    for (const [branch, place] of [
      ['app-1', 'app-1'],
      ['main', 'main | default branch'],
    ] as const) {
      const snapshot = aSnapshot([content], { branch, commits: [stray, started] });
      const rows = currentWorkRows(snapshot, new Map([[`${TOP}/plan`, { review, waiting }]]));
      assert.match(rowLines(rows)[0] ?? '', new RegExp(`^${place}`));
      assert.deepEqual(rowLines(rows, 2).slice(1, 4), [
        '2 plan changes are not committed | also on plan-2026-11-30',
        '  Two | due: 18 Jun → 2 Jul · status: To do → Done · APP-2',
        '  Nine | new · APP-9',
      ]);
    }
  });

  it('says before anything else of a link that it is in no commit yet, and by its shape', () => {
    const waiting = { changes: review.changes, links: new Map([['APP-1', [started.hash.slice(0, 12)]]]) };
    const snapshot = aSnapshot([content], { branch: 'app-1', commits: [stray, started] });
    const icons = [{ ...review, notCommitted: waiting }, review].map(each => {
      const answer = { review: each };
      const rows = currentWorkRows(snapshot, new Map([[`${TOP}/plan`, answer]]));
      const row = rowAt(rows, 'Title of APP-1', 'APP-1 Start');
      return [rowLines([row])[0], row.icon?.codicon];
    });
    assert.deepEqual(icons, [
      ['APP-1 Start | not committed yet · 1 Jun', 'diff-modified'],
      ['APP-1 Start | 1 Jun', 'git-commit'],
    ]);
  });

  it('says what a branch is for, from its review', () => {
    const snapshot = aSnapshot([content], { branch: 'app-1', commits: [stray, started] });
    const rows = currentWorkRows(snapshot, new Map([[`${TOP}/plan`, { review }]]));
    assert.deepEqual(rowLines(rows, 2), [
      'app-1 | 2 commits',
      'Title of APP-1 | In progress · 1 commit · APP-1',
      '  APP-1 Start | 1 Jun',
      'Commits without a task | 1',
      '  Tidy up | 1 Jun',
      'Open criteria | 1',
      '  It is fast',
      'Plan changes | 2',
      '  Two | due: 18 Jun → 2 Jul · status: To do → Done · APP-2',
      '  Nine | new · APP-9',
    ]);
    assert.equal(rowAt(rows, 'Commits without', 'Tidy').context, 'commit:free');
    assert.equal(rowAt(rows, 'Plan changes', 'APP-9').target, undefined);
  });

  it('holds tasks back until it is known what is below them', () => {
    const snapshot = aSnapshot([content], { branch: 'app-1', commits: [stray, started] });
    assert.deepEqual(rowLines(currentWorkRows(snapshot, new Map()), 2), ['app-1', 'Reading the branch…']);
  });

  it('gives a task another row with its first commit, which is expanded then', () => {
    const snapshot = aSnapshot([content], { branch: 'app-1', commits: [stray, started] });
    const empty: Review = { ...review, commits: [] };
    const [before, after] = [empty, review].map(each =>
      rowAt(currentWorkRows(snapshot, new Map([[`${TOP}/plan`, { review: each }]])), 'APP-1'),
    );
    assert.deepEqual([before?.expand, after?.expand], ['none', 'expanded']);
    assert.notEqual(before?.id, after?.id);
  });

  it('shows the tasks that the name of a branch gives where no review could be made', () => {
    const snapshot = aSnapshot([content], { branch: 'app-1', commits: [stray, started] });
    assert.deepEqual(rowLines(currentWorkRows(snapshot, new Map([[`${TOP}/plan`, {}]])), 2), [
      'app-1',
      'Title of APP-1 | In progress · 1 commit · APP-1',
      '  APP-1 Start | 1 Jun',
      'This branch could not be compared; the log says why',
    ]);
  });

  it('shows active tasks and stray commits on the default branch', () => {
    const snapshot = aSnapshot([content], { commits: [stray, started], withoutTask: [stray] });
    assert.deepEqual(rowLines(currentWorkRows(snapshot, new Map()), 2).slice(0, 5), [
      'main | default branch',
      'Active tasks | 1',
      '  Title of APP-1 | APP-1',
      'Commits without a task | 1',
      '  Tidy up | 1 Jun',
    ]);
  });

  it('says that a branch has commits and no task', () => {
    const snapshot = aSnapshot([{ tasks: [] }], { branch: 'spike', commits: [stray] });
    const lone: Review = { ...review, tasks: [], withoutTask: [], changes: [], openCriteria: [] };
    assert.deepEqual(rowLines(currentWorkRows(snapshot, new Map([[`${TOP}/plan`, { review: lone }]]))), [
      'spike | 2 commits',
      'No task belongs to this branch yet',
    ]);
  });

  it('names the branch that is being rebased, a lone commit, and a repository without commits', () => {
    const lines = (head: NonNullable<Parameters<typeof aSnapshot>[1]>['head']) =>
      rowLines(currentWorkRows(aSnapshot([{}], { ...(head ? { head } : {}) }), new Map()))[0];
    const hash = 'abcdef12'.padEnd(40, '0');
    assert.equal(lines({ kind: 'detached', hash, branch: 'app-1' }), 'app-1 | rebasing');
    assert.equal(lines({ kind: 'detached', hash }), 'Commit abcdef12');
    assert.equal(lines({ kind: 'unborn', branch: 'trunk' }), 'trunk | no commits yet');
  });

  it('is empty while git has not answered', () => {
    assert.deepEqual(currentWorkRows(aSnapshot([content]), new Map()), []);
  });
});

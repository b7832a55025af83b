import assert from 'node:assert/strict';
import { finish } from '../../../../../src/core/base/steps';
import type { ItemState } from '../../../../../src/core/insight/history/itemState';
import { planHistorySteps } from '../../../../../src/core/insight/history/planHistory';
import type { HistoryStep, PlanHistory } from '../../../../../src/core/insight/history/planHistory';
import { scopeOverTime, weeksOf } from '../../../../../src/core/insight/history/weeks';
import type { Category } from '../../../../../src/core/plan/category';
import { DEFAULT_SETTINGS } from '../../../../../src/core/plan/settings';

const task = (key: string, category: Category, due?: string): ItemState => ({
  kind: 'task',
  key,
  category,
  ...(due !== undefined && { due }),
});

/** A commit of a day with the items of each file; none for a file that it removes. */
const step = (day: string, files: Readonly<Record<string, readonly ItemState[]>>): HistoryStep => ({
  commit: day,
  day,
  files: Object.entries(files).map(([path, items]) => ({ path, items })),
});

const events = (history: PlanHistory, key: string): string[] =>
  (history.tasks.get(key)?.events ?? []).map(({ day, state }) => `${day} ${state}`);

// Mondays of September 2026: 7, 14, 21, 28.
const STEPS = [
  step('2026-09-02', { 'tasks/1.md': [task('T-1', 'open')], 'tasks/2.md': [task('T-2', 'done')] }),
  step('2026-09-08', { 'tasks/1.md': [task('T-1', 'active')], 'tasks/3.md': [task('T-3', 'open')] }),
  // Renamed, and done in the same commit; T-4 comes as done.
  step('2026-09-10', {
    'tasks/1.md': [],
    'completed/1.md': [task('T-1', 'done')],
    'tasks/4.md': [task('T-4', 'done')],
  }),
  step('2026-09-15', { 'tasks/3.md': [task('T-3', 'done')], 'tasks/5.md': [task('T-5', 'open')] }),
  // Reopened, and one is dropped.
  step('2026-09-16', { 'tasks/3.md': [task('T-3', 'active')], 'tasks/5.md': [task('T-5', 'dropped')] }),
  step('2026-09-23', { 'tasks/3.md': [task('T-3', 'done')], 'tasks/2.md': [] }),
];

describe('the history of a plan', () => {
  const history = finish(planHistorySteps(STEPS));

  it('follows tasks by their id from file to file', () => {
    assert.equal(history.first, '2026-09-02');
    assert.deepEqual(events(history, 'T-1'), ['2026-09-02 open', '2026-09-08 active', '2026-09-10 done']);
    assert.deepEqual(events(history, 'T-3'), [
      '2026-09-08 open',
      '2026-09-15 done',
      '2026-09-16 active',
      '2026-09-23 done',
    ]);
    assert.deepEqual(events(history, 'T-2'), ['2026-09-02 done', '2026-09-23 gone']);
    assert.deepEqual(
      [...history.tasks.values()].map(({ founding }) => founding),
      [true, true, false, false, false],
    );
  });

  it('keeps the other file of a task that two files hold', () => {
    const twice = finish(
      planHistorySteps([
        step('2026-09-02', { a: [task('T-1', 'open')], b: [task('T-1', 'active')] }),
        step('2026-09-03', { b: [] }),
      ]),
    );
    assert.deepEqual(events(twice, 'T-1'), ['2026-09-02 active', '2026-09-03 open']);
  });

  it('takes a task from its own file, whatever the line that refers to it says', () => {
    const line = (category: Category): ItemState => ({ kind: 'task', key: 'T-1', category, inline: true });
    const referred = finish(
      planHistorySteps([
        step('2026-09-02', { a: [task('T-1', 'open', '2026-10-01')], m: [line('open')] }),
        step('2026-09-03', { a: [task('T-1', 'blocked', '2026-10-01')] }),
        step('2026-09-04', { m: [line('open')] }),
        step('2026-09-05', { a: [] }),
      ]),
    );
    assert.deepEqual(events(referred, 'T-1'), ['2026-09-02 open', '2026-09-03 blocked', '2026-09-05 open']);
    assert.deepEqual(
      referred.dueMoves.map(({ day }) => day),
      ['2026-09-05'],
    );
  });

  it('notes due dates that move, and the scores of open risks', () => {
    const moved = finish(
      planHistorySteps([
        step('2026-09-02', {
          m: [{ kind: 'milestone', key: 'BETA', due: '2026-10-01' }],
          r: [{ kind: 'risk', key: 'R-1', closed: false, score: 12 }],
        }),
        step('2026-09-03', { m: [{ kind: 'milestone', key: 'BETA', due: '2026-10-15' }] }),
        step('2026-09-04', {
          m: [{ kind: 'milestone', key: 'BETA' }],
          r: [{ kind: 'risk', key: 'R-1', closed: true }],
        }),
      ]),
    );
    assert.deepEqual(moved.dueMoves, [
      { kind: 'milestone', key: 'BETA', day: '2026-09-03', from: '2026-10-01', to: '2026-10-15' },
      { kind: 'milestone', key: 'BETA', day: '2026-09-04', from: '2026-10-15' },
    ]);
    assert.deepEqual(moved.risks, [
      { day: '2026-09-02', scores: [12] },
      { day: '2026-09-04', scores: [] },
    ]);
  });
});

describe('the weeks of a plan', () => {
  const history = finish(planHistorySteps(STEPS));

  it('count what was done and added, as it looks at the end', () => {
    const weeks = weeksOf(history, '2026-09-30', DEFAULT_SETTINGS);
    assert.deepEqual(
      weeks.map(({ start, done, added }) => [start, done, added]),
      [
        ['2026-09-07', 1, 1],
        ['2026-09-14', 0, 0],
        ['2026-09-21', 1, 0],
      ],
    );
  });

  it('count what was known on an earlier day', () => {
    // On the morning of the 16th T-3 was done; nobody knew that it would be opened again.
    assert.deepEqual(
      weeksOf(history, '2026-09-16', DEFAULT_SETTINGS).map(({ done }) => done),
      [1],
    );
    assert.deepEqual(
      weeksOf(history, '2026-09-21', DEFAULT_SETTINGS).map(({ done, added }) => [done, added]),
      [
        [1, 1],
        [0, 0],
      ],
    );
  });

  it('say which weeks hold a holiday on a working day', () => {
    const holidays = [
      { from: '2026-09-12', to: '2026-09-13' },
      { from: '2026-09-19', to: '2026-09-21' },
    ];
    const weeks = weeksOf(history, '2026-09-30', { workweek: [1, 2, 3, 4, 5], holidays });
    assert.deepEqual(
      weeks.map(({ holiday }) => holiday),
      [false, false, true],
    );
  });

  it('give scope and done work at the end of each', () => {
    assert.deepEqual(scopeOverTime(history, '2026-09-25'), [
      { day: '2026-09-06', scope: 2, done: 1 },
      { day: '2026-09-13', scope: 4, done: 3 },
      { day: '2026-09-20', scope: 4, done: 3 },
      { day: '2026-09-24', scope: 4, done: 4 },
    ]);
  });

  it('are none before the first commit', () => {
    assert.deepEqual(weeksOf(finish(planHistorySteps([])), '2026-09-30', DEFAULT_SETTINGS), []);
    assert.deepEqual(scopeOverTime(finish(planHistorySteps([])), '2026-09-30'), []);
  });
});

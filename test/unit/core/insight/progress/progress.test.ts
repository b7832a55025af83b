import assert from 'node:assert/strict';
import { finish } from '../../../../../src/core/base/steps';
import { progressSteps } from '../../../../../src/core/insight/progress/progress';
import { parseEstimate } from '../../../../../src/core/plan/estimate';
import type { ChecklistItem, Task } from '../../../../../src/core/plan/model';
import type { Category } from '../../../../../src/core/plan/category';
import { aPlan, aTask } from '../../../../support/planBuilder';

const STATUS: Readonly<Record<Category, string>> = {
  open: 'To do',
  active: 'In progress',
  blocked: 'Blocked',
  done: 'Done',
  dropped: 'Dropped',
};

function one(id: string, category: Category, estimate = '', fields: Partial<Task> = {}): Task {
  const parsed = parseEstimate(estimate);
  return aTask(id, {
    category,
    status: STATUS[category],
    ...(parsed ? { estimate: parsed } : {}),
    ...fields,
  });
}

function checks(list: ChecklistItem['list'], ...checked: boolean[]): ChecklistItem[] {
  return checked.map((value, line) => ({ file: 'f', line, text: 't', checked: value, list }));
}

const progressOf = (...tasks: Task[]) => finish(progressSteps(aPlan(tasks))).plan;

describe('progress', () => {
  it('weighs by the unit most tasks are estimated in', () => {
    const progress = progressOf(
      one('A-1', 'done', '1d'),
      one('A-2', 'open', '3d'),
      one('A-3', 'dropped', '9d'),
    );
    assert.deepEqual(progress, { total: 2, done: 1, dropped: 1, value: 0.25, unit: 'time', assumed: 0 });
    const points = progressOf(one('A-1', 'done', '2'), one('A-2', 'open', '6'), one('A-3', 'open', '4h'));
    assert.deepEqual([points.unit, points.value, points.assumed], ['points', 2 / 12, 1]);
  });

  it('takes the median for a missing weight, and says so', () => {
    const tasks = [
      one('A-1', 'done', '1d'),
      one('A-2', 'open', '3d'),
      one('A-3', 'open', '5d'),
      one('A-4', 'done'),
    ];
    const { value, assumed } = progressOf(...tasks);
    assert.deepEqual([value, assumed], [(1 + 3) / 12, 1]);
  });

  it('counts tasks when fewer than half are estimated', () => {
    const { value, unit, assumed } = progressOf(
      one('A-1', 'done', '9d'),
      one('A-2', 'open'),
      one('A-3', 'open'),
    );
    assert.deepEqual([value, unit, assumed], [1 / 3, 'count', 0]);
  });

  it('takes the checked criteria of an open task, at most 0.9', () => {
    const share = (checklist: ChecklistItem[], fields: Partial<Task> = {}) =>
      progressOf(one('A-1', 'active', '', { checklist, ...fields })).value;
    assert.equal(share(checks('criteria', true, false)), 0.5);
    assert.equal(share(checks('criteria', true, true)), 0.9);
    assert.equal(share(checks('other', true, true)), 0);
    assert.equal(share([], { status: 'In review' }), 0.8);
    assert.equal(share(checks('criteria', false), { status: 'In review' }), 0);
  });

  it('sums a task with subtasks up from them, and ignores its own estimate', () => {
    const plan = aPlan([
      one('A-1', 'active', '99d'),
      one('A-2', 'active', '', { parent: 'A-1' }),
      one('A-3', 'done', '1d', { parent: 'A-2' }),
      one('A-4', 'open', '3d', { parent: 'A-1' }),
    ]);
    const { plan: total, tasks } = finish(progressSteps(plan));
    assert.deepEqual([total.total, total.value, total.assumed], [2, 0.25, 0]);
    assert.deepEqual([tasks.get('A-1'), tasks.get('A-2'), tasks.get('A-4')], [0.25, 1, 0]);
  });

  it('is given for every milestone, and for the tasks without one', () => {
    const plan = aPlan([one('A-1', 'done', '', { milestone: 'M' }), one('A-2', 'open')]);
    const { milestones } = finish(progressSteps(plan));
    assert.equal(milestones.get('M')?.value, 1);
    assert.equal(milestones.get('')?.value, 0);
  });

  it('of nothing is nothing', () => {
    assert.deepEqual(progressOf(), { total: 0, done: 0, dropped: 0, value: 0, unit: 'count', assumed: 0 });
  });
});

import assert from 'node:assert/strict';
import { takenIds } from '../../../../../src/core/insight/review/takenIds';
import { aPlan, aTask } from '../../../../support/planBuilder';

const named = (id: string, title: string) => aTask(id, { title });

describe('ids that are taken', () => {
  const before = aPlan([named('APP-1', 'First')]);
  const on = (...tasks: ReturnType<typeof aTask>[]) => ({ plan: aPlan(tasks), branch: 'main' });

  it('are those of new tasks that the other branch gives to others', () => {
    const head = aPlan([named('APP-1', 'First, renamed'), named('APP-2', 'Ours'), named('APP-3', 'Free')]);
    const [taken, ...more] = takenIds(before, head, on(named('APP-1', 'First'), named('app-002', 'Theirs')));
    assert.deepEqual(more, []);
    assert.deepEqual(
      [taken?.id, taken?.here.title, taken?.there.title, taken?.branch],
      ['APP-2', 'Ours', 'Theirs', 'main'],
    );
    assert.equal(taken?.there.file, 'plan/tasks/app-002.md');
  });

  it('are none where both have the same task, and none of tasks without an id', () => {
    const head = aPlan([named('APP-2', 'Ours '), aTask('', { key: '', title: 'Loose' })]);
    assert.deepEqual(takenIds(before, head, on(named('APP-2', 'ours'), aTask('', { key: '' }))), []);
  });
});

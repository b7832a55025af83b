import assert from 'node:assert/strict';
import { branchTable } from '../../../../src/present/tables/branchTable';
import { linkTable } from '../../../../src/present/tables/linkTable';
import { aCommit, aLink, aSnapshot, aTask, type PlanContent } from '../../../support/snapshotBuilder';

describe('links as text', () => {
  const commit = aCommit('abc', 'Work');
  const lines = (plans: readonly PlanContent[], commits = [commit]) =>
    linkTable(aSnapshot(plans, { commits }));

  it('are a line each', () => {
    const plan = { tasks: [aTask('APP-1')], links: [aLink('APP-1', commit)] };
    assert.deepEqual(lines([plan]), ['APP-1  abc000000000  subject  works-on  Work']);
  });

  it('say that nothing was found where nothing was, and why', () => {
    const one = { tasks: [aTask('APP-1')] };
    const unnamed = { tasks: [aTask('', { uid: 'x' })] };
    const named =
      'No links: no commit names a task. Write its id in the message, or run: milepost link ID COMMIT';
    assert.deepEqual(lines([one], []), ['No links: there are no commits yet.']);
    assert.deepEqual(lines([{}, {}]), ['No links: the plan has no tasks yet.']);
    assert.deepEqual(lines([{}, unnamed]), [
      'No links: commits name tasks by their ids, and no task has one. Give tasks ids.',
    ]);
    assert.deepEqual(lines([unnamed, one]), [named]);
  });

  it('say so before the links by hand that have lost their commits', () => {
    const handLink = { hash: '0123456789ab', not: false, text: '0123456789ab' };
    const task = aTask('APP-1', { handLinks: [handLink] });
    const [first, gap, title, lost] = lines([{ tasks: [task], lost: [{ task: task.key, link: handLink }] }]);
    assert.match(first ?? '', /^No links: no commit names a task/);
    assert.deepEqual([gap, title], ['', 'Links made by hand to rewritten or missing commits']);
    assert.match(lost ?? '', /^APP-1 {2}0123456789ab/);
  });

  it('say that no branch belongs to a task', () => {
    assert.deepEqual(branchTable([]), [
      'No branch belongs to a task. Put the id of its task into a branch name, as in feature/APP-1',
    ]);
  });
});

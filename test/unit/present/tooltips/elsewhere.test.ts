import assert from 'node:assert/strict';
import { elsewhereTexts } from '../../../../src/present/elsewhereTexts';
import { say } from '../../../../src/words/say';

describe('other branches in a tooltip', () => {
  it('are named with what they say of the task', () => {
    const branch = 'feature/x';
    const lines = (one: Parameters<typeof elsewhereTexts>[0]) => elsewhereTexts(one).map(text => say(text));
    assert.deepEqual(lines({ branch, status: 'In progress', start: null, due: '2031-12-02' }), [
      'In progress on feature/x',
      'No start date on feature/x',
      'Due 2 Dec 2031 on feature/x',
    ]);
    assert.deepEqual(lines({ branch, deleted: true }), ['Deleted on feature/x']);
    assert.deepEqual(lines({ branch, start: '2031-12-02', due: null }), [
      'Starts 2 Dec 2031 on feature/x',
      'No due date on feature/x',
    ]);
  });
});

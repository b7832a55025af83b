import assert from 'node:assert/strict';
import { missingHistory } from '../../../src/present/missingParts';
import { say } from '../../../src/words/say';
import { HistoryBuilder } from '../../support/historyBuilder';

describe('what a clone does not have of its history', () => {
  it('is said: older commits, and the files of commits', () => {
    const history = new HistoryBuilder().build();
    const said = (parts: object) => missingHistory({ ...history, ...parts }).map(say);
    assert.deepEqual(said({}), []);
    const [cut, files, ...more] = said({ shallow: true, withoutFiles: true });
    assert.match(cut ?? '', /git fetch --unshallow$/);
    assert.match(files ?? '', /changed files cannot link commits to tasks.*git fetch --refetch --no-filter$/);
    assert.deepEqual(more, []);
  });
});

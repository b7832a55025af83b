import assert from 'node:assert/strict';
import { compareRuns } from '../../../bench/against/comparison';

const ms = (name: string, value: number) => ({ name, unit: 'ms', value });

describe('comparison of runs', () => {
  it('puts the values of every run side by side', () => {
    const [row, ...more] = compareRuns(
      [[ms('cold', 10)], [ms('cold', 12)]],
      [[ms('cold', 20)], [ms('cold', 24)]],
    );
    assert.deepEqual(more, []);
    assert.deepEqual(row?.theirs?.values, [10, 12]);
    assert.deepEqual(row?.ours?.values, [20, 24]);
    assert.equal(row?.ratio, 2);
    assert.equal(row?.verdict, 'worse');
  });

  it('tells rows of the same name apart by their unit', () => {
    const rows = [ms('panel', 20), { name: 'panel', unit: 'KB', value: 30 }];
    const compared = compareRuns([rows], [rows]);
    assert.deepEqual(
      compared.map(({ unit, theirs, ours }) => [unit, theirs?.median, ours?.median]),
      [
        ['ms', 20, 20],
        ['KB', 30, 30],
      ],
    );
  });

  it('keeps our order, and rows of theirs only at the end', () => {
    const compared = compareRuns(
      [[ms('gone', 1), ms('b', 1), ms('a', 1)]],
      [[ms('a', 1), ms('new', 1), ms('b', 1)]],
    );
    assert.deepEqual(
      compared.map(({ name, verdict }) => `${name}: ${verdict}`),
      ['a: same', 'new: only here', 'b: same', 'gone: only there'],
    );
    assert.equal(compared[1]?.theirs, undefined);
    assert.equal(compared[3]?.ours, undefined);
  });

  it('takes the runs that have a row', () => {
    const [row] = compareRuns([[], [ms('cold', 10)]], [[ms('cold', 10)], [ms('cold', 10)]]);
    assert.deepEqual(row?.theirs?.values, [10]);
  });

  it('has no ratio to nothing', () => {
    const count = (value: number) => [[{ name: 'git', unit: 'processes', value }]];
    const [row] = compareRuns(count(0), count(2));
    assert.equal(row?.ratio, undefined);
    assert.equal(row?.verdict, 'worse');
  });
});

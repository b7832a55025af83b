import assert from 'node:assert/strict';
import { figuresOf } from '../../../bench/against/figures';

describe('figures of several runs', () => {
  it('are the median and the quartiles, in whatever order the runs came', () => {
    const values = [50, 10, 40, 20, 30];
    assert.deepEqual(figuresOf(values), { values, median: 30, first: 20, third: 40 });
  });

  it('lie between two values where no value is in the middle', () => {
    const { median, first, third } = figuresOf([1, 2, 3, 4]);
    assert.deepEqual([first, median, third], [1.75, 2.5, 3.25]);
  });

  it('are the value itself after one run', () => {
    assert.deepEqual(figuresOf([7]), { values: [7], median: 7, first: 7, third: 7 });
  });
});

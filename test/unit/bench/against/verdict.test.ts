import assert from 'node:assert/strict';
import { figuresOf } from '../../../bench/against/figures';
import { verdictOf } from '../../../bench/against/verdict';

const verdict = (theirs: readonly number[], ours: readonly number[], unit = 'ms') =>
  verdictOf(figuresOf(theirs), figuresOf(ours), unit);

describe('verdict of a comparison', () => {
  it('is worse when the median is more than a tenth above and the middle halves lie apart', () => {
    assert.equal(verdict([99, 100, 101], [110, 111, 112]), 'worse');
  });

  it('is better when it is the other way round', () => {
    assert.equal(verdict([110, 111, 112], [99, 100, 101]), 'better');
  });

  it('is the same up to a tenth, however steady the runs are', () => {
    assert.equal(verdict([100, 100, 100], [110, 110, 110]), 'same');
  });

  it('is the same where the middle halves overlap', () => {
    assert.equal(verdict([90, 100, 140, 150, 160], [120, 130, 170, 180, 190]), 'same');
    assert.equal(verdict([100, 100, 200, 200], [200, 200, 300, 300]), 'same');
  });

  it('is the same for times below 5 ms', () => {
    assert.equal(verdict([1, 1, 1], [4.9, 4.9, 4.9]), 'same');
    assert.equal(verdict([1, 1, 1], [5, 5, 5]), 'worse');
    assert.equal(verdict([4.9, 4.9, 4.9], [1, 1, 1]), 'same');
  });

  it('is the same for less than a percent of a core', () => {
    assert.equal(verdict([0.1], [0.9], '%'), 'same');
    assert.equal(verdict([0.1], [1], '%'), 'worse');
  });

  it('counts every size and number', () => {
    assert.equal(verdict([1], [1.2], 'MB'), 'worse');
    assert.equal(verdict([0.5], [0.4], 'KB'), 'better');
    assert.equal(verdict([0], [1], 'processes'), 'worse');
    assert.equal(verdict([0], [0], 'processes'), 'same');
  });
});

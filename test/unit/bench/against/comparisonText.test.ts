import assert from 'node:assert/strict';
import { compareRuns } from '../../../bench/against/comparison';
import { comparisonText } from '../../../bench/against/comparisonText';

const row = (name: string, value: number, unit = 'ms') => ({ name, unit, value });

describe('table of a comparison', () => {
  it('shows medians, quartiles, ratio and verdict in columns, and counts the verdicts', () => {
    const theirs = [10, 20, 30].map(value => [row('cold', value), row('old', 5)]);
    const ours = [100, 200, 1234.5].map(value => [row('cold', value), row('size', 1.234, 'KB')]);
    assert.deepEqual(comparisonText('HEAD~5', compareRuns(theirs, ours)).split('\n'), [
      '      unit      HEAD~5              ours    ratio',
      'cold  ms    20 (15–25)     200 (150–717)  10.00 ×  worse',
      'size  KB                1.23 (1.23–1.23)           only here',
      'old   ms       5 (5–5)                             only there',
      '',
      '1 worse, 1 only here, 1 only there',
    ]);
  });
});

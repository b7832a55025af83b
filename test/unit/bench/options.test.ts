import assert from 'node:assert/strict';
import { benchOptions } from '../../bench/options';

describe('options of the bench', () => {
  it('measure everything without any', () => {
    assert.deepEqual(benchOptions([]), { quick: false, host: false, runs: 3 });
  });

  it('compare in five runs of the small sizes, in three of all', () => {
    assert.equal(benchOptions(['--quick', '--against', 'main']).runs, 5);
    assert.equal(benchOptions(['--against', 'main']).runs, 3);
    assert.equal(benchOptions(['--against', 'main', '--runs', '7']).runs, 7);
  });

  it('are refused in one sentence', () => {
    for (const runs of ['0', '-1', '1.5', 'many']) {
      const args = ['--against', 'main', `--runs=${runs}`];
      assert.throws(() => benchOptions(args), {
        message: `--runs takes a whole number from 1 on, not ${runs}.`,
      });
    }
    assert.throws(() => benchOptions(['--runs', '2']), { message: '--runs goes with --against.' });
    assert.throws(() => benchOptions(['--fast']), { message: /^Unknown option '--fast'/ });
  });
});

import assert from 'node:assert/strict';
import { betaQuantile, hashOf, uniformAt } from '../../../../src/core/base/random';

describe('random numbers by place', () => {
  it('are even, and those of two streams have nothing to do with each other', () => {
    const of = (name: string): number[] =>
      Array.from({ length: 20_000 }, (_, place) => uniformAt(hashOf(name), place));
    const [a, b] = [of('APP-1'), of('APP-2')];
    for (const numbers of [a, b]) {
      const bins = new Array<number>(10).fill(0);
      for (const number of numbers) {
        const at = Math.floor(number * 10);
        bins[at] = (bins[at] ?? 0) + 1;
      }
      assert.ok(
        bins.every(count => Math.abs(count - 2000) < 200),
        bins.join(' '),
      );
    }
    const product = a.reduce((sum, number, at) => sum + (number - 0.5) * ((b[at] ?? 0) - 0.5), 0);
    assert.ok(Math.abs((product / 20_000) * 12) < 0.03, `correlation ${(product / 20_000) * 12}`);
    assert.deepEqual(of('APP-1'), a);
  });
});

describe('the quantiles of a beta distribution', () => {
  it('are exact where a formula has them', () => {
    // Beta(1, b) has the quantile 1 - (1 - u) ^ (1 / b), and Beta(a, 1) has u ^ (1 / a).
    for (const chance of [0.01, 0.2, 0.5, 0.9, 0.999]) {
      assert.ok(Math.abs(betaQuantile(1, 5)(chance) - (1 - (1 - chance) ** 0.2)) < 1e-3);
      assert.ok(Math.abs(betaQuantile(5, 1)(chance) - chance ** 0.2) < 1e-3);
      assert.ok(Math.abs(betaQuantile(1, 1)(chance) - chance) < 1e-6);
    }
    assert.ok(Math.abs(betaQuantile(3, 3)(0.5) - 0.5) < 1e-6);
    assert.deepEqual([betaQuantile(2, 4)(0), betaQuantile(2, 4)(1)], [0, 1]);
  });
});

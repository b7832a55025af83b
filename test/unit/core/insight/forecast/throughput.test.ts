import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  doneWith,
  HORIZON,
  simulateThroughput,
  weeksUntil,
} from '../../../../../src/core/insight/forecast/throughput';
import type { Queue, SampleWeek } from '../../../../../src/core/insight/forecast/throughput';

/** The twelve weeks of Mike Bowler, "Monte Carlo under the covers" (2024). */
const BOWLER = [1, 3, 5, 3, 7, 8, 0, 5, 3, 1, 8, 2].map(done => ({ done, added: 0 }));

const simulate = (
  weeks: readonly SampleWeek[],
  queues: readonly Queue[],
  more: { readonly runs?: number; readonly steady?: boolean; readonly seed?: number } = {},
) => simulateThroughput({ weeks, queues, runs: 10_000, steady: false, ...more });

/** By convolution: the chance that so many weeks, drawn at random, do all the work. */
function chanceWithin(weeks: readonly SampleWeek[], work: number, count: number): number {
  let chances = new Map([[0, 1]]);
  for (let week = 0; week < count; week++) {
    const next = new Map<number, number>();
    for (const [sum, chance] of chances) {
      for (const { done } of weeks) {
        const total = Math.min(work, sum + done);
        next.set(total, (next.get(total) ?? 0) + chance / weeks.length);
      }
    }
    chances = next;
  }
  return chances.get(work) ?? 0;
}

describe('a forecast by throughput', () => {
  it('agrees with the exact chances for the weeks of a published example', () => {
    const [times] = simulate(BOWLER, [{ key: 'm', remaining: 105 }]).finishes;
    assert.ok(times);
    for (const count of [24, 26, 28, 30, 32, 34, 36]) {
      const exact = chanceWithin(BOWLER, 105, count);
      const share = times.filter(weeks => weeks <= count).length / times.length;
      assert.ok(Math.abs(share - exact) < 0.015, `${count} weeks: ${share}, exactly ${exact}`);
    }
  });

  it('serves queues in their order, and spreads work evenly within a week', () => {
    const queues = [
      { key: 'a', remaining: 3 },
      { key: 'b', remaining: 6 },
      { key: 'none', remaining: 0 },
    ];
    const { finishes, done } = simulate([{ done: 4, added: 0 }], queues, { runs: 10 });
    assert.deepEqual(
      finishes.map(times => weeksUntil(times, 0.85)),
      [0.75, 2.25, 2.25],
    );
    assert.deepEqual(
      [0, 1, 2].map(week => doneWith(done[week] as Float64Array, 0.85)),
      [4, 8, 9],
    );
  });

  it('lets the open queues grow in proportion to what is left in them', () => {
    const queues = [
      { key: 'a', remaining: 4 },
      { key: 'b', remaining: 8 },
    ];
    // 2 and 8 are left, 5 come: 3 and 12. 1 and 12 are left, 5 come: 18/13 of a, which take that half of a week.
    const { finishes } = simulate([{ done: 2, added: 5 }], queues, { runs: 1 });
    assert.ok(Math.abs((finishes[0]?.[0] ?? 0) - (2 + 18 / 13 / 2)) < 1e-9, `${finishes[0]?.[0]}`);
    assert.equal(finishes[1]?.[0], Infinity, 'it grows as fast as it is worked on');
    const [one, two] = simulate([{ done: 5, added: 1 }], queues, { runs: 1 }).finishes;
    assert.equal(one?.[0], 0.8);
    // 7 + 1, 8 − 5 + 1, 4 < 5: in the third week.
    assert.equal(two?.[0], 2.8);
  });

  it('finds no date when as much is added as done, and one if the scope stays', () => {
    const weeks = [{ done: 3, added: 4 }];
    const queues = [{ key: 'a', remaining: 30 }];
    assert.equal(
      weeksUntil(simulate(weeks, queues, { runs: 100 }).finishes[0] as Float64Array, 0.5),
      undefined,
    );
    const steady = simulate(weeks, queues, { runs: 100, steady: true });
    assert.equal(weeksUntil(steady.finishes[0] as Float64Array, 0.5), 10);
  });

  it('ends when everything left is dropped', () => {
    const { finishes } = simulate([{ done: 1, added: -9 }], [{ key: 'a', remaining: 5 }], { runs: 1 });
    assert.equal(finishes[0]?.[0], 1);
  });

  it('gives a run the same past weeks, however much there is to do', () => {
    const ends = (remaining: number): Float64Array =>
      simulate(BOWLER, [{ key: 'a', remaining }], { runs: 500, steady: true }).finishes[0] as Float64Array;
    assert.deepEqual(ends(40), ends(40));
    assert.ok(new Set(ends(40)).size > 20, 'runs differ');
    const [forty, more] = [ends(40), ends(41)];
    assert.ok(forty.every((end, run) => (more[run] ?? 0) > end));
  });

  it('never finishes a later queue before an earlier one, nor does more than there is', () => {
    const week = fc.record({ done: fc.nat(9), added: fc.integer({ min: -3, max: 6 }) });
    const sizes = fc.array(fc.nat(30), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        fc.array(week, { minLength: 1, maxLength: 12 }),
        sizes,
        fc.boolean(),
        (weeks, counts, steady) => {
          const queues = counts.map((remaining, i) => ({ key: `${i}`, remaining }));
          const { finishes, done } = simulate(weeks, queues, { runs: 40, steady });
          for (const [index, times] of finishes.entries()) {
            for (const share of [0.5, 0.85, 0.95]) {
              const before = weeksUntil(finishes[index - 1] ?? new Float64Array(40), share) ?? HORIZON;
              assert.ok((weeksUntil(times, share) ?? HORIZON) >= before);
            }
          }
          const all = counts.reduce((sum, count) => sum + count, 0);
          if (steady) {
            assert.ok(doneWith(done[HORIZON - 1] as Float64Array, 0.01) <= all + 1e-6);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

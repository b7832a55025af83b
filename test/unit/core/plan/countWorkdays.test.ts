import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays } from '../../../../src/core/base/dates';
import { workdaysBetween } from '../../../../src/core/plan/countWorkdays';

const WEEK = { workweek: [1, 2, 3, 4, 5], holidays: [] };

describe('workdaysBetween', () => {
  for (const [from, to, days] of [
    ['2026-11-13', '2026-11-16', 1],
    ['2026-11-16', '2026-11-16', 0],
    ['2026-11-16', '2026-11-13', 0],
    ['2026-11-14', '2026-11-15', 0],
    ['2026-11-02', '2026-11-16', 10],
    ['1969-12-31', '1970-01-02', 2],
  ] as const) {
    it(`counts ${days} from ${from} to ${to}`, () => assert.equal(workdaysBetween(from, to, WEEK), days));
  }

  it('agrees with counting day by day', () => {
    const day = fc.integer({ min: -30, max: 400 }).map(offset => addDays('2026-01-01', offset));
    const span = fc.tuple(day, fc.integer({ min: 0, max: 20 }));
    const calendar = fc.record({
      workweek: fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 7 }),
      holidays: fc
        .array(span, { maxLength: 4 })
        .map(spans => spans.map(([from, length]) => ({ from, to: addDays(from, length) }))),
    });
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: -10, max: 200 }),
        calendar,
        (from, length, { workweek, holidays }) => {
          let expected = 0;
          for (let i = 1; i <= length; i++) {
            const date = addDays(from, i);
            const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
            const free = holidays.some(span => span.from <= date && date <= span.to);
            expected += workweek.includes(weekday) && !free ? 1 : 0;
          }
          assert.equal(workdaysBetween(from, addDays(from, length), { workweek, holidays }), expected);
        },
      ),
      { numRuns: 200 },
    );
  });
});

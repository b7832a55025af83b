import assert from 'node:assert/strict';
import fc from 'fast-check';
import { workDays } from '../../../../../src/core/insight/schedule/workCalendar';
import type { WorkPattern } from '../../../../../src/core/insight/schedule/workCalendar';
import { addDays } from '../../../../../src/core/base/dates';

const TODAY = '2026-03-04';
const SPAN = 400;

const pattern: fc.Arbitrary<WorkPattern> = fc.record({
  workweek: fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
  off: fc.array(
    fc
      .tuple(fc.integer({ min: -30, max: 150 }), fc.integer({ min: 0, max: 40 }))
      .map(([from, length]) => ({ from: addDays(TODAY, from), to: addDays(TODAY, from + length) })),
    { maxLength: 6 },
  ),
});
const groups = fc.array(fc.array(pattern, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });

/** The same, day by day. */
function daysOf(of: readonly (readonly WorkPattern[])[]): number[] {
  return Array.from({ length: SPAN }, (_, day) => day).filter(day => {
    const date = addDays(TODAY, day);
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
    const works = ({ workweek, off }: WorkPattern): boolean =>
      workweek.includes(weekday) && !off.some(({ from, to }) => from <= date && date <= to);
    return of.some(patterns => patterns.every(works));
  });
}

describe('working days', () => {
  it('are those of a list of them, whatever the weeks and days off of projects and people', () => {
    fc.assert(
      fc.property(groups, of => {
        const days = workDays(of, TODAY);
        const listed = daysOf(of);
        listed.forEach((day, index) => assert.equal(days.dayAt(index), day));
        for (let day = 0; day < SPAN; day++) {
          const before = listed.filter(one => one < day).length;
          assert.equal(days.countBefore(day), before);
          assert.equal(days.position(day + 0.25), before + (listed.includes(day) ? 0.25 : 0));
        }
      }),
    );
  });

  it('have an end where no day of the week is left', () => {
    const days = workDays(
      [
        [
          { workweek: [1], off: [] },
          { workweek: [2], off: [] },
        ],
      ],
      TODAY,
    );
    assert.equal(days.dayAt(0), Infinity);
    assert.equal(days.advance(0, 1), Infinity);
    assert.equal(days.advance(Infinity, 1), Infinity);
    assert.equal(days.countBefore(1e9), 0);
  });

  it('are arithmetic, however far away they are', () => {
    const days = workDays([[{ workweek: [1, 2, 3, 4, 5], off: [] }]], '2026-03-02');
    assert.equal(days.dayAt(5e11), 7e11);
    assert.equal(days.countBefore(7e11), 5e11);
    assert.equal(days.end(days.position(7e11) + 1e9), 7e11 + 1.4e9 - 2);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, daysBetween } from '../../../../src/core/base/dates';
import { typedDay } from '../../../../src/core/base/dayWords';

/** A Monday. */
const TODAY = '2026-11-30';

describe('a typed day', () => {
  const meant: Readonly<Record<string, string | undefined>> = {
    '2026-12-24': '2026-12-24',
    today: '2026-11-30',
    ' Tomorrow ': '2026-12-01',
    yesterday: '2026-11-29',
    friday: '2026-12-04',
    Fri: '2026-12-04',
    monday: '2026-12-07',
    'next friday': '2026-12-11',
    'next monday': '2026-12-07',
    '+3d': '2026-12-03',
    '+2w': '2026-12-14',
    '-1 week': '2026-11-23',
    '+3m': '2027-02-28',
    '24 dec': '2026-12-24',
    'Dec 24': '2026-12-24',
    '24. december': '2026-12-24',
    '3 jan': '2027-01-03',
    'jan 3, 2028': '2028-01-03',
    '29 feb': '2028-02-29',
    '': undefined,
    '31 feb': undefined,
    fridy: undefined,
    '+2': undefined,
    '+2 wives': undefined,
    '24': undefined,
    '24 dec 24': undefined,
    '2026-02-30': undefined,
  };
  for (const [text, day] of Object.entries(meant)) {
    it(`"${text}" is ${day ?? 'no day'}`, () => assert.equal(typedDay(text, TODAY), day));
  }

  it('is the next of its weekday, whatever today is', () => {
    const days = fc.integer({ min: 0, max: 20_000 }).map(days => addDays('1990-01-01', days));
    fc.assert(
      fc.property(days, today => {
        const found = typedDay('wednesday', today) ?? '';
        const distance = daysBetween(today, found);
        assert.ok(distance >= 1 && distance <= 7 && new Date(found).getUTCDay() === 3);
      }),
    );
  });
});

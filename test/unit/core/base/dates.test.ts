import assert from 'node:assert/strict';
import {
  addDays,
  BEYOND,
  dayAhead,
  dayOf,
  expectedDay,
  isNoDay,
  parseIsoDate,
} from '../../../../src/core/base/dates';
import { noDateOnce } from '../../../../src/core/plan/noDate';
import type { PlanProblem } from '../../../../src/core/plan/problem';

describe('a day of a plan', () => {
  it('is a real one from 1970 to 2199', () => {
    const texts = [
      '1969-12-31',
      '1970-01-01',
      '2026-02-29',
      '2028-02-29',
      '2199-12-31',
      '2200-01-01',
      'soon',
    ];
    assert.deepEqual(texts.map(parseIsoDate), [
      undefined,
      '1970-01-01',
      undefined,
      '2028-02-29',
      '2199-12-31',
      undefined,
      undefined,
    ]);
  });

  it('says its bounds to those who wrote a day beyond them, and its form to others', () => {
    assert.equal(expectedDay('3026-11-30'), '1970-01-01..2199-12-31');
    assert.equal(expectedDay('30.11.2026'), 'YYYY-MM-DD');
  });

  it('is none where other tools write the last or the first day that they know', () => {
    for (const text of [
      '9999-12-31',
      '9999-01-01',
      '2999-12-31',
      '0001-01-01',
      '1900-01-00',
      ' 0000-00-00 ',
    ]) {
      assert.ok(isNoDay(text), text);
    }
    assert.ok(isNoDay('9999-12-31T23:59:59Z'));
    assert.ok(!isNoDay('2199-12-31'));
    assert.ok(!isNoDay('9999-99-99'));
  });

  it('has no text beyond the year 9999, and is not told from others beyond fifty years', () => {
    assert.equal(addDays('2026-03-02', 1e12), BEYOND);
    assert.equal(dayAhead('2026-03-02', 18_263), '2076-03-02');
    assert.equal(dayAhead('2026-03-02', 18_264), BEYOND);
    assert.equal(dayAhead('2026-03-02', Infinity), BEYOND);
  });

  it('is that of any moment that git may store', () => {
    assert.equal(dayOf(1e15, 'Pacific/Auckland'), '2199-12-31');
    assert.equal(dayOf(-1e15, 'UTC'), '1970-01-01');
  });
});

describe('dates that are none', () => {
  it('are said once for each way of writing them, with their number, at the first place', () => {
    const at = (line: number, value: string): PlanProblem => ({
      file: 'plan/a.md',
      severity: 'info',
      range: { start: { line, character: 0 }, end: { line, character: 1 } },
      message: { code: 'no-date', args: [value, 1] },
    });
    const found = noDateOnce([at(1, '9999-12-31'), at(2, '0001-01-01'), at(3, '9999-12-31')]);
    assert.deepEqual(
      found.map(({ range, message }) => [range.start.line, ...message.args]),
      [
        [1, '9999-12-31', 2],
        [2, '0001-01-01', 1],
      ],
    );
  });
});

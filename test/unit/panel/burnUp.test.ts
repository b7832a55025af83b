import assert from 'node:assert/strict';
import { amountScale, amountTicks, dayScale, dayTicks } from '../../../media/panel/parts/axis';
import { doneBy, drawBurnUp } from '../../../media/panel/forecast/burnUpShape';
import type { BurnUpModel } from '../../../src/shared/forecastModel';

const FRAME = { width: 240, height: 130, margin: { top: 10, right: 20, bottom: 20, left: 20 } };

describe('the axes of a chart', () => {
  it('put the first day to the left, the last to the right, and round days between them', () => {
    const scale = dayScale(FRAME, '2026-01-01', '2026-03-02');
    assert.deepEqual([scale('2026-01-01'), scale('2026-01-31'), scale('2026-03-02')], [20, 120, 220]);
    assert.deepEqual(
      dayTicks(scale, '2026-11-20').map(({ text }) => text),
      ['1 Jan', '1 Feb', '1 Mar'],
    );
    assert.deepEqual(
      dayTicks(scale, '2025-11-20').map(({ text }) => text),
      ['1 Jan 2026', '1 Feb', '1 Mar'],
    );
  });

  it('put nothing at the bottom and a round amount at the top, and count whole things', () => {
    const scale = amountScale(FRAME, 18);
    assert.deepEqual([scale(0), scale(20)], [110, 10]);
    assert.deepEqual(
      amountTicks(amountScale(FRAME, 1)).map(({ text }) => text),
      ['0', '1'],
    );
  });

  it('bear a single day', () => {
    assert.equal(dayScale(FRAME, '2026-01-01', '2026-01-01')('2026-01-01'), 20);
  });
});

describe('a burn-up', () => {
  const model: BurnUpModel = {
    points: [
      { day: '2026-01-01', scope: 8, done: 0 },
      { day: '2026-01-11', scope: 10, done: 5 },
    ],
    cone: [{ day: '2026-01-21', p50: 8, p85: 6, p15: 10 }],
    today: '2026-01-11',
    dues: [{ day: '2026-01-31', title: 'Beta' }],
    text: '',
    notes: [],
  };

  it('draws steps to the last known day, and the cone from there on', () => {
    const { scope, done, cone, likely, today, dues, stops } = drawBurnUp(model, FRAME);
    // 30 days are 200 pixels wide, ten tasks 100 high.
    assert.equal(done, `M20,110L${x(10)},110L${x(10)},60`);
    assert.equal(scope, `M20,30L${x(10)},30L${x(10)},10L220,10L220,10`);
    assert.equal(likely, `M${x(10)},60L${x(20)},30`);
    assert.equal(cone, `M${x(10)},60L${x(20)},10L${x(20)},50L${x(10)},60Z`);
    assert.equal(Math.round(today * 1000), Math.round((20 + 200 / 3) * 1000));
    assert.deepEqual(
      dues.map(({ at }) => at),
      [220],
    );
    assert.equal(stops.length, 3);
  });

  it('counts what will be done by a day by the last week that ends until then', () => {
    assert.deepEqual(doneBy(model, '2026-01-20'), { p85: 0, p50: 0, p15: 0, all: false, beyond: false });
    assert.deepEqual(doneBy(model, '2026-01-21'), { p85: 1, p50: 3, p15: 5, all: false, beyond: false });
    assert.deepEqual(doneBy(model, '2026-01-22'), { p85: 1, p50: 3, p15: 5, all: false, beyond: true });
    const whole = { ...model, cone: [{ day: '2026-01-21', p50: 10, p85: 10, p15: 10 }] };
    assert.deepEqual(doneBy(whole, '2026-01-22'), { p85: 5, p50: 5, p15: 5, all: true, beyond: false });
  });

  it('leaves the cone out where there is no forecast', () => {
    const { cone, likely, scope } = drawBurnUp({ ...model, cone: [], dues: [] }, FRAME);
    assert.deepEqual([cone, likely], ['', '']);
    assert.equal(scope, 'M20,30L220,30L220,10');
  });

  it('writes no two days into each other', () => {
    const frame = { ...FRAME, width: 1256 };
    const long = { ...model, dues: [{ day: '2026-06-23', title: 'Beta' }] };
    const places = drawBurnUp(long, frame).days.map(({ at }) => at);
    assert.ok(places.length > 5);
    assert.deepEqual(
      places.filter((at, index) => index > 0 && at - (places[index - 1] ?? 0) < 64),
      [],
    );
  });

  /** As d3 writes pixels: three digits. */
  function x(day: number): number {
    return Math.round((20 + (day / 30) * 200) * 1000) / 1000;
  }
});

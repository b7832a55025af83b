import assert from 'node:assert/strict';
import { dayScale, dayTicks } from '../../../media/panel/parts/axis';
import { drawBandTrend } from '../../../media/panel/risks/bandTrendShape';

const FRAME = { width: 240, height: 130, margin: { top: 10, right: 20, bottom: 20, left: 20 } };

describe('bands over time', () => {
  const levels = [
    { day: '2026-01-01', counts: [1, 0, 2, 0, 0] },
    { day: '2026-01-11', counts: [2, 0, 2, 0, 1] },
  ];

  it('stand on top of each other as steps, the gravest at the bottom, the last until today', () => {
    const { areas, stops } = drawBandTrend({ levels, today: '2026-01-21' }, FRAME);
    // Twenty days are 200 pixels wide, five risks 100 high.
    assert.deepEqual(areas, [
      {
        band: 'severe',
        path: 'M20,90L120,90L120,70L220,70L220,70L220,110L220,110L120,110L120,110L20,110Z',
      },
      {
        band: 'moderate',
        path: 'M20,50L120,50L120,30L220,30L220,30L220,70L220,70L120,70L120,90L20,90Z',
      },
      {
        band: 'unscored',
        path: 'M20,50L120,50L120,10L220,10L220,10L220,30L220,30L120,30L120,50L20,50Z',
      },
    ]);
    assert.deepEqual(stops, [
      { at: 20, top: 50 },
      { at: 120, top: 10 },
    ]);
  });

  it('end with the last level where that is of today', () => {
    const { areas } = drawBandTrend({ levels, today: '2026-01-11' }, FRAME);
    assert.match(areas[0]?.path ?? '', /^M20,90L220,90L220,70L/);
  });

  it('bear a register that is empty again', () => {
    const empty = levels.map(({ day }) => ({ day, counts: [0, 0, 0, 0, 0] }));
    assert.deepEqual(drawBandTrend({ levels: empty, today: '2026-01-11' }, FRAME).areas, []);
  });

  it('name no day twice on a short axis', () => {
    const ticks = dayTicks(dayScale({ ...FRAME, width: 900 }, '2026-01-01', '2026-01-03'), '2026-01-03');
    assert.deepEqual(
      ticks.map(({ text }) => text),
      ['1 Jan', '2 Jan', '3 Jan'],
    );
  });
});

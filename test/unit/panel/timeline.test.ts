import assert from 'node:assert/strict';
import { dependencyPath, layoutTimeline, ROW, zoomFor } from '../../../media/panel/charts/timeline';
import type { BarModel, TimelineModel } from '../../../src/shared/timelineModel';

const bar = (uid: string, start: string, finish: string, more: Partial<BarModel> = {}): BarModel => ({
  kind: 'task',
  uid,
  id: uid,
  title: uid,
  status: 'To do',
  category: 'open',
  span: { start, finish },
  critical: false,
  assumed: false,
  progress: 0,
  late: false,
  after: [],
  next: [],
  text: '',
  ...more,
});

const MODEL: TimelineModel = {
  tab: 'timeline',
  kind: 'timeline',
  today: '2026-03-04',
  span: { start: '2026-03-01', finish: '2026-03-31' },
  weekend: [6, 7],
  off: [{ start: '2026-03-30', finish: '2026-04-02' }],
  groups: [
    {
      name: 'Beta',
      id: 'beta',
      span: { start: '2026-03-04', finish: '2026-03-12' },
      due: { date: '2026-03-20', text: '', passed: false },
      likely: { start: '2026-03-11', finish: '2026-03-18' },
      bars: [
        bar('A', '2026-03-04', '2026-03-06', { before: { start: '2026-02-20', finish: '2026-03-03' } }),
        bar('B', '2026-03-09', '2026-03-12', { due: '2026-03-10' }),
      ],
      undated: 0,
      more: 0,
    },
  ],
  people: [],
  labels: [],
  assumed: false,
  notes: [],
  csv: '',
};

describe('a timeline', () => {
  // Ten pixels are a day.
  const layout = layoutTimeline(MODEL, 'week', () => false, 'en-GB');

  it('places groups and bars below each other, and days from left to right', () => {
    assert.deepEqual(
      layout.rows.map(row => [row.kind, row.y, row.box]),
      [
        ['group', 0, { x: 30, width: 90 }],
        ['bar', ROW, { x: 30, width: 30 }],
        ['bar', 2 * ROW, { x: 80, width: 40 }],
      ],
    );
    assert.deepEqual([layout.width, layout.height, layout.today], [310, 3 * ROW, 30]);
  });

  it('puts a due date at the end of its day, and cuts what begins before the first day', () => {
    const [group, a, b] = layout.rows;
    assert.deepEqual([group?.due, b?.due], [200, 100]);
    assert.deepEqual(a?.kind === 'bar' && a.before, { x: 0, width: 30 });
    assert.deepEqual(group?.kind === 'group' && group.likely, { x: 100, width: 80 });
  });

  it('shades weekends and days off', () => {
    assert.deepEqual(
      layout.shades.map(({ x, width }) => [x, width]),
      [[290, 20], ...[0, 60, 70, 130, 140, 200, 210, 270, 280].map(x => [x, 10])],
    );
    assert.equal(layoutTimeline(MODEL, 'quarter', () => false, 'en').shades.length, 1);
  });

  it('leaves out the bars of a folded group', () => {
    const folded = layoutTimeline(MODEL, 'week', id => id === 'beta', 'en');
    assert.deepEqual([folded.rows.length, folded.height], [1, ROW]);
  });

  it('takes the widest zoom that has room', () => {
    assert.deepEqual(
      [1000, 400, 200, 50].map(width => zoomFor(MODEL, width)),
      ['day', 'week', 'month', 'quarter'],
    );
  });

  it('draws a dependency in right angles, around when there is no room between', () => {
    assert.equal(dependencyPath({ x: 0, width: 20, y: 0 }, { x: 50, width: 10, y: ROW }), 'M20 12H25V36H50');
    assert.equal(
      dependencyPath({ x: 0, width: 20, y: 0 }, { x: 10, width: 10, y: ROW }),
      'M20 12H25V24H5V36H10',
    );
  });
});

import assert from 'node:assert/strict';
import { barWords } from '../../../media/panel/timeline/barWords';
import { dependencyPath, layoutTimeline, ROW, timeScale } from '../../../media/panel/timeline/bars';
import { timelineExport } from '../../../src/present/exports/timeline';
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
      more: 0,
    },
  ],
  people: [],
  labels: [],
  notes: [],
};

describe('a timeline', () => {
  // Ten pixels are a day.
  const WEEKS = timeScale(MODEL, 900, 'week');
  const layout = layoutTimeline(MODEL, WEEKS, () => false, 'en-GB');

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
    assert.equal(layoutTimeline(MODEL, timeScale(MODEL, 900, 'quarter'), () => false, 'en').shades.length, 1);
  });

  it('leaves out the bars of a folded group', () => {
    const folded = layoutTimeline(MODEL, WEEKS, id => id === 'beta', 'en');
    assert.deepEqual([folded.rows.length, folded.height], [1, ROW]);
  });

  it('takes the widest zoom that has room and fills the width, unless a zoom is chosen', () => {
    assert.deepEqual(
      [1240, 434, 217, 31].map(width => timeScale(MODEL, width)),
      [
        { zoom: 'day', perDay: 40 },
        { zoom: 'week', perDay: 14 },
        { zoom: 'month', perDay: 7 },
        { zoom: 'quarter', perDay: 1.6 },
      ],
    );
    assert.deepEqual(timeScale(MODEL, 1240, 'month'), { zoom: 'month', perDay: 4 });
  });

  it('names days and months so that neither is taken for the other', () => {
    const texts = (zoom: 'week' | 'month'): string[] =>
      layoutTimeline(MODEL, timeScale(MODEL, 900, zoom), () => false, 'en').ticks.map(({ text }) => text);
    assert.deepEqual(texts('week'), ['9 Mar', '23 Mar']);
    assert.deepEqual(texts('month'), ['Mar 2026']);
  });

  it('says of a bar in words what it waits for and what waits for it', () => {
    const [group] = MODEL.groups;
    const bars = [bar('A', '2026-03-04', '2026-03-06', { critical: true, text: '2 days' })];
    const after = bar('B', '2026-03-09', '2026-03-12', { after: ['A'], text: '4 days' });
    const words = barWords({ ...MODEL, groups: group ? [{ ...group, bars: [...bars, after] }] : [] });
    assert.deepEqual(
      [...words.values()],
      [
        { text: '2 days · on the critical path · needed by B', next: ['B'] },
        { text: '4 days · depends on A', next: [] },
      ],
    );
  });

  it('is copied as a table and as CSV', () => {
    const [head, , first] = (timelineExport.make(MODEL, 'markdown') ?? '').split('\n');
    assert.equal(head, '| Milestone | Task | Status | Start | Finish | Due |');
    assert.match(first ?? '', /^\| .+ \| A A \| /);
    assert.equal(
      timelineExport.make(MODEL, 'csv')?.split('\n')[2],
      'B,B,To do,2026-03-09,2026-03-12,2026-03-10,false,false',
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

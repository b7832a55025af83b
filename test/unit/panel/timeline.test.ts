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
  late: false,
  after: [],
  drivers: [],
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
      text: ['Due 20 Mar', 'Work alone'],
      bars: [
        bar('A', '2026-03-04', '2026-03-06', { before: { start: '2026-02-20', finish: '2026-03-03' } }),
        bar('B', '2026-03-09', '2026-03-12', {
          due: '2026-03-10',
          past: { start: '2026-02-26', finish: '2026-03-03' },
        }),
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
    assert.deepEqual(b?.kind === 'bar' && b.past, { x: 0, width: 30 });
    assert.deepEqual(group?.kind === 'group' && group.likely, { x: 100, width: 80 });
  });

  it('shades weekends and days off', () => {
    assert.deepEqual(
      layout.shades.map(({ x, width }) => [x, width]),
      [[290, 20], ...[0, 60, 70, 130, 140, 200, 210, 270, 280].map(x => [x, 10])],
    );
    const shades = (perDay: number): number =>
      layoutTimeline(MODEL, { zoom: 'month', perDay }, () => false, 'en').shades.length;
    assert.deepEqual([shades(3), shades(3.1)], [1, 10]);
  });

  it('leaves out the bars of a folded group', () => {
    const folded = layoutTimeline(MODEL, WEEKS, id => id === 'beta', 'en');
    assert.deepEqual([folded.rows.length, folded.height], [1, ROW]);
  });

  it('fills the width with everything, in columns that have room, unless a zoom is chosen', () => {
    assert.deepEqual(
      [1240, 434, 217, 31, 3].map(width => timeScale(MODEL, width)),
      [
        { zoom: 'day', perDay: 40 },
        { zoom: 'week', perDay: 14 },
        { zoom: 'month', perDay: 7 },
        { zoom: 'quarter', perDay: 1 },
        { zoom: 'quarter', perDay: 0.5 },
      ],
    );
    assert.deepEqual(timeScale(MODEL, 1240, 'month'), { zoom: 'month', perDay: 4 });
  });

  it('names days and months so that neither is taken for the other', () => {
    const texts = (zoom: 'week' | 'month'): string[] =>
      layoutTimeline(MODEL, timeScale(MODEL, 900, zoom), () => false, 'en').ticks.map(({ text }) => text);
    assert.deepEqual(texts('week'), ['9 Mar', '23 Mar']);
    assert.deepEqual(texts('month'), ['Mar 2026']);
    const years = { ...MODEL, span: { start: '2025-12-01', finish: '2028-01-31' } };
    const names = (perDay: number): string[] =>
      layoutTimeline(years, { zoom: 'quarter', perDay }, () => false, 'en').ticks.map(({ text }) => text);
    // A name needs 56 pixels.
    assert.deepEqual(names(0.7).slice(0, 2), ['Jan 2026', 'Apr 2026']);
    assert.deepEqual(names(0.5).slice(0, 2), ['Jan 2026', 'Jul 2026']);
  });

  it('says of a bar in words what it waits for and what waits for it', () => {
    const [group] = MODEL.groups;
    const bars = [bar('A', '2026-03-04', '2026-03-06', { critical: true, text: '2 days' })];
    const after = bar('B', '2026-03-09', '2026-03-12', { after: ['A'], text: '4 days' });
    const words = barWords({ ...MODEL, groups: group ? [{ ...group, bars: [...bars, after] }] : [] });
    assert.deepEqual(
      [...words.values()],
      [
        { title: 'Beta', lines: ['Due 20 Mar', 'Work alone'], next: [] },
        { title: 'A A', lines: ['2 days', 'on the critical path', 'needed by B'], next: ['B'] },
        { title: 'B B', lines: ['4 days', 'depends on A'], next: [] },
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

  it('is copied as a chart of Mermaid with the days of the schedule, whatever its names are', () => {
    const [group] = MODEL.groups;
    assert.ok(group);
    const bars = [
      bar('A', '2026-03-04', '2026-03-06', {
        title: 'Sign in: again; #12 %% {x}',
        critical: true,
        category: 'active',
      }),
      bar('', '2026-03-09', '2026-03-12', { title: 'Section two\nclick B' }),
    ];
    const groups = [group, { ...group, name: 'title\u2028x', bars, due: group.due as never }];
    assert.deepEqual((timelineExport.make({ ...MODEL, groups }, 'mermaid') ?? '').split('\n'), [
      'gantt',
      '    dateFormat YYYY-MM-DD',
      '    axisFormat %d %b',
      '    inclusiveEndDates',
      '    section Beta',
      '    Due :milestone, m0, 2026-03-20, 0d',
      '    A A :t0_0, 2026-03-04, 2026-03-06',
      '    B B :t0_1, 2026-03-09, 2026-03-12',
      '    section \u2013 title x',
      '    Due :milestone, m1, 2026-03-20, 0d',
      '    A Sign in\uff1a again\uff1b \uff0312 %\u200b% {x} :crit, active, t1_0, 2026-03-04, 2026-03-06',
      '    \u2013 Section two click B :t1_1, 2026-03-09, 2026-03-12',
    ]);
  });

  it('draws a dependency in right angles, around when there is no room between', () => {
    assert.equal(dependencyPath({ x: 0, width: 20, y: 0 }, { x: 50, width: 10, y: ROW }), 'M20 12H25V36H50');
    assert.equal(
      dependencyPath({ x: 0, width: 20, y: 0 }, { x: 10, width: 10, y: ROW }),
      'M20 12H25V24H5V36H10',
    );
  });
});

import assert from 'node:assert/strict';
import { nativeFormat } from '../../../../../src/core/formats/native/native';
import { parseDocument } from '../../../../../src/core/documents/parseDocument';
import type { Plan } from '../../../../../src/core/plan/model';
import { missingParts } from '../../../../../src/present/missingParts';
import { say } from '../../../../../src/words/say';
import { assemble } from './assemblePlan';

const project = (...lines: string[]): string => ['---', 'key: APP', ...lines, '---', ''].join('\n');
const task = (...fields: string[]): string => ['---', 'id: APP-1', ...fields, '---', ''].join('\n');

function said(plan: Plan): string[] {
  return plan.problems.map(({ message }) => [message.code, ...message.args].join(' '));
}

describe('a number out of bounds', () => {
  it('is a problem in a task file, and as good as missing', () => {
    const plan = assemble({
      'project.md': project(),
      'tasks/a.md': task(
        'estimate: 100000000d',
        'remaining: 1d/2d/20261120d',
        'spent: 10001',
        'start: 1026-11-20',
        'due: 9999-12-31',
        'depends_on: [APP-2 + 1000000000 d, APP-2]',
      ),
      'tasks/b.md': task().replace('APP-1', 'APP-2'),
    });
    const { estimate, remaining, spent, start, due, dependsOn } = plan.tasks[0] ?? {};
    assert.deepEqual([estimate, remaining, spent, start, due], Array(5).fill(undefined));
    const [first, second] = dependsOn ?? [];
    assert.deepEqual(
      [first?.key, first?.lag, second?.key],
      ['APP-2', undefined, 'APP-2'],
      'without its lag a dependency still holds',
    );
    assert.deepEqual(said(plan), [
      'bad-value estimate 100000000d 0d–10000d',
      'bad-value remaining 1d/2d/20261120d 0d–10000d',
      'bad-value spent 10001 0d–10000d',
      'bad-value start 1026-11-20 1970-01-01..2199-12-31',
      'no-date 9999-12-31 1',
      'bad-value depends_on APP-2 + 1000000000 d APP-4 + 0d–10000d',
    ]);
  });

  it('is told with the dates that rest on it', () => {
    const plan = assemble({
      'project.md': project(
        'calendar: {holidays: [2026-01-01..2199-12-31]}',
        'people: [{id: "@a", capacity: [50%]}]',
        'resources: {lab: 1, lab: 2}',
      ),
      'tasks/a.md': task('estimate: 20000d', 'depends_on: [APP-2 + 20000d]', 'priority: urgent'),
      'tasks/b.md': task().replace('APP-1', 'APP-2'),
    });
    const told = '4 invalid values that dates depend on are ignored';
    assert.deepEqual(missingParts(plan).map(say), [told]);
    assert.deepEqual(said(plan).slice(0, 3), [
      'bad-value capacity […] 1%–100%',
      'bad-value holidays 2026-01-01..2199-12-31 2026-01-01..2036-01-01',
      'duplicate-field lab',
    ]);
    assert.equal(plan.settings.resources.get('lab'), 1);
  });

  it('is a problem in a line, too', () => {
    const plan = assemble({
      'project.md': project(),
      'milestones/m.md':
        '---\ndue: 2200-01-01\n---\n## Tasks\n- [ ] APP-1 Move est:10001d start:9999-12-31 due:2999-01-01 after:APP-2+11000d\n',
    });
    assert.deepEqual(said(plan), [
      'bad-value due 2200-01-01 1970-01-01..2199-12-31',
      'bad-value est 10001d 0d–10000d',
      'no-date 9999-12-31 1',
      'bad-value due 2999-01-01 1970-01-01..2199-12-31',
      'bad-value after APP-2+11000d APP-4 + 0d–10000d',
    ]);
    assert.equal(plan.tasks[0]?.title, 'Move');
  });

  it('is a problem in the settings, where what is least has no effect', () => {
    const plan = assemble({
      'project.md': project(
        'people: [{id: "@a", capacity: 0.000001%}, {id: "@b", capacity: 0%}, {id: "@c", capacity: 101%}, {id: "@d", capacity: 1%}]',
        'calendar: {workweek: [], holidays: [2026-01-01..2199-12-31, 2026-12-24..9999-12-31, 2026-12-24..2026-12-31..2027-01-01]}',
        'rules: {stale: 99999d, history: 2000w, default_estimate: 20000d}',
      ),
    });
    assert.deepEqual(
      plan.settings.people.map(({ capacity }) => capacity),
      [0, 0, 1, 0.01],
    );
    assert.deepEqual([plan.settings.workweek, plan.settings.holidays], [[1, 2, 3, 4, 5], []]);
    assert.deepEqual(said(plan), [
      'bad-value workweek [] mon, tue, wed, thu, fri, sat, sun',
      'bad-value capacity 0.000001% 1%–100%',
      'bad-value capacity 0% 1%–100%',
      'bad-value capacity 101% 1%–100%',
      'bad-value holidays 2026-01-01..2199-12-31 2026-01-01..2036-01-01',
      'bad-value holidays 2026-12-24..9999-12-31 1970-01-01..2199-12-31',
      'bad-value holidays 2026-12-24..2026-12-31..2027-01-01 YYYY-MM-DD..YYYY-MM-DD',
      'bad-value stale 99999d 0d–10000d',
      'bad-value history 2000w 1w–999w',
      'bad-value default_estimate 20000d 0d–10000d',
    ]);
  });

  it('is a problem where a week or days off are no such thing', () => {
    const weekOf = (calendar: string) => {
      const plan = assemble({ 'project.md': project(`calendar: {workweek: ${calendar}}`) });
      return [plan.settings.workweek, said(plan).map(text => text.split(' mon,')[0])];
    };
    const usual = [1, 2, 3, 4, 5];
    assert.deepEqual(weekOf('[Monday, tues, Sun]'), [[1, 2, 7], []]);
    assert.deepEqual(weekOf('[mon-fri]'), [usual, ['bad-value workweek mon-fri']]);
    assert.deepEqual(weekOf('[monster, mo]'), [
      usual,
      ['bad-value workweek monster', 'bad-value workweek mo'],
    ]);
    assert.deepEqual(weekOf('[mon, fri 4h]'), [[1, 5], ['bad-value workweek fri 4h']]);
    const plan = assemble({ 'project.md': project('people: [{id: "@a", off: [1970-01-01..2199-12-31]}]') });
    assert.deepEqual(plan.settings.people[0]?.off, []);
    assert.deepEqual(said(plan), ['bad-value off 1970-01-01..2199-12-31 1970-01-01..1980-01-01']);
  });

  it('is a problem in an overlay', () => {
    const overlay = nativeFormat.overlay?.({
      root: '/root',
      folder: 'plan',
      files: [
        {
          path: 'plan/project.md',
          document: parseDocument(
            project('for: backlog', 'tasks: {B-1: {estimate: 20000d, depends_on: [B-2 + 20000d]}}'),
            'markdown',
          ),
        },
      ],
      unreadable: [],
    });
    assert.deepEqual(
      overlay?.problems.map(({ message }) => message.args),
      [
        ['estimate', '20000d', '0d–10000d'],
        ['depends_on', 'B-2 + 20000d', 'APP-4 + 0d–10000d'],
      ],
    );
  });
});

import assert from 'node:assert/strict';
import { computeInsight } from '../../../../../src/core/insight/planInsight';
import type { Plan, Task } from '../../../../../src/core/plan/model';
import type { Person, PlanSettings } from '../../../../../src/core/plan/settings';
import { peopleExport } from '../../../../../src/present/exports/people';
import { peopleModel } from '../../../../../src/present/panel/people/people';
import { weekNumber } from '../../../../../src/present/panel/people/peopleDays';
import type { PeopleModel } from '../../../../../src/shared/peopleModel';
import type { View } from '../../../../../src/shared/protocol';
import { say } from '../../../../../src/words/say';
import { activity } from '../../../../support/networks';
import { aPlan } from '../../../../support/planBuilder';
import { aMilestone, factsFor, TODAY } from '../../../../support/panel/handMade';

const person = (id: string, fields: Partial<Person> = {}): Person => ({
  id,
  emails: [],
  capacity: 1,
  off: [],
  ...fields,
});

const by = (...assignees: string[]): Partial<Task> => ({ assignees });

/** Today is Friday, 20 November 2026. */
function modelOf(plans: readonly Plan[], view: Pick<View, 'weeks'> = {}, most = 25): PeopleModel {
  const insights = computeInsight(
    plans.map(plan => ({ plan, observed: new Map() })),
    TODAY,
  );
  const [insight] = insights;
  const all = plans.map(plan => factsFor(plan));
  assert.ok(insight && all[0]);
  return peopleModel(all[0], all, insight, view, { shown: {}, most });
}

const crew = (people: readonly Person[], settings: Partial<PlanSettings> = {}): Partial<PlanSettings> => ({
  people,
  ...settings,
});

const loads = ({ people }: PeopleModel): string[] =>
  people.rows.map(({ name, weeks, total }) =>
    [name, ...[...weeks, total].map(({ allocated, capacity }) => `${allocated}/${capacity}`)].join(' '),
  );

describe('the people of the panel', () => {
  it('have what is allocated of what they can do, week by week and together', () => {
    const plan = aPlan(
      [activity('A', 4, '', by('@ana')), activity('B', 1, '', by('@li'))],
      crew([person('@ana', { name: 'Ana Ruiz' }), person('@li', { capacity: 0.5 })]),
    );
    const model = modelOf([plan]);
    assert.deepEqual(loads(model), ['Ana Ruiz 1/1 3/5 4/6', '@li 0.5/0.5 0.5/2.5 1/3']);
    assert.deepEqual(
      model.weeks.map(({ start, number }) => `${start} ${number}`),
      ['2026-11-16 47', '2026-11-23 48'],
    );
    assert.deepEqual(model.everyone, [
      { allocated: 1.5, capacity: 1.5 },
      { allocated: 3.5, capacity: 7.5 },
    ]);
    assert.deepEqual(model.total, { allocated: 5, capacity: 9 });
    assert.deepEqual(
      model.people.rows.map(({ note }) => say(note ?? '')),
      ['', '50%'],
    );
    assert.deepEqual(model.notes.map(say).slice(1), ['This week counts only from today.']);
  });

  it('name the tasks of a week, each once, and tell which are nobody’s yet', () => {
    const plan = aPlan(
      [activity('A', 4, '', by('@ana')), activity('B', 3, 'A')],
      crew([person('@ana'), person('@bo', { off: [{ from: TODAY, to: '2027-12-31' }] })]),
    );
    const model = modelOf([plan]);
    const [ana, bo] = model.people.rows;
    assert.deepEqual(
      model.tasks.map(({ id }) => id),
      ['T-A', 'T-B'],
    );
    assert.deepEqual(ana?.weeks[1]?.work, [
      { task: 0, days: 3 },
      { task: 1, days: 2, given: true },
    ]);
    assert.equal(ana?.weeks[1]?.given, 2);
    assert.equal(ana?.weeks[0]?.given, undefined);
    assert.equal(say(bo?.note ?? ''), 'no open work');
  });

  it('are away by name, and have holidays where they would work', () => {
    const off = [{ from: '2026-11-23', to: '2026-11-24' }];
    const plan = aPlan(
      [activity('A', 6, '', by('@ana'))],
      crew([person('@ana', { name: 'Ana', off, workweek: [1, 2, 3, 4] })], {
        holidays: [
          { from: '2026-11-28', to: '2026-11-29' },
          { from: '2026-11-19', to: '2026-11-20' },
        ],
      }),
    );
    const model = modelOf([plan]);
    assert.deepEqual(
      model.weeks.map(({ holidays }) => say(holidays ?? '')),
      ['20 Nov', '', ''],
      'what has passed and what lies on a weekend costs nobody a day',
    );
    assert.deepEqual(
      model.people.rows[0]?.weeks.map(({ away, capacity }) => `${capacity} ${say(away ?? '')}`),
      ['0 ', '2 23 Nov to 24 Nov', '4 '],
    );
    assert.deepEqual(
      model.off.map(({ name, days }) => `${name ?? ''}: ${say(days)}`),
      [': 20 Nov · 28 Nov to 29 Nov', 'Ana: 23 Nov to 24 Nov'],
    );
    assert.equal(say(model.people.rows[0]?.note ?? ''), '4 days a week');
  });

  it('are shown for twelve weeks, and for more when that is chosen', () => {
    const plan = aPlan([activity('A', 100, '', by('@ana'))], crew([person('@ana')]));
    assert.equal(modelOf([plan]).weeks.length, 12);
    assert.equal(modelOf([plan]).people.rows[0]?.weeks.length, 12);
    const more = modelOf([plan], { weeks: 26 });
    assert.equal(more.weeks.length, 21);
    assert.equal(more.allWeeks, 21);
  });

  it('are cut to what fits, but all of them count together', () => {
    const ids = ['@a', '@b', '@c'];
    const plan = aPlan(
      ids.map(id => activity(id.slice(1), 2, '', by(id))),
      crew(ids.map(id => person(id))),
    );
    const model = modelOf([plan], {}, 1);
    assert.deepEqual(model.people, { ...model.people, total: 3, capped: true });
    assert.equal(model.people.rows.length, 1);
    assert.equal(model.total.allocated, 6);
  });

  it('work for other plans as well, whose tasks are named with them', () => {
    const own = aPlan([activity('A', 1, '', by('@ana'))], crew([person('@ana')]));
    const other = aPlan([activity('B', 1, '', by('@ana'))], {}, { uid: '/repo/other', name: 'Other' });
    const model = modelOf([own, other]);
    assert.deepEqual(
      model.tasks.map(({ id, uid, plan }) => ({ id, uid, plan })),
      [
        { id: 'T-A', uid: 'T-A', plan: undefined },
        { id: 'T-B', uid: '', plan: 'Other' },
      ],
    );
  });

  it('who are asked for too much are marked, and what asks it is named with that reason alone', () => {
    const milestones = [aMilestone('Beta', { title: 'Beta', due: '2026-11-24' })];
    const tasks = ['A', 'B', 'C'].map(id => activity(id, 3, '', { ...by('@ana'), milestone: 'BETA' }));
    const plan = aPlan(tasks, crew([person('@ana'), person('@li')]), { milestones });
    const model = modelOf([plan]);
    assert.deepEqual(
      model.findings.rows.map(({ title, reasons }) => [title, ...reasons.map(say)]),
      [['Beta', '@ana: 9 days of work due by 24 Nov 2026, 3 available']],
    );
    assert.deepEqual(
      model.people.rows.map(({ asked }) => asked.length),
      [1, 0],
    );
  });

  it('can be declared, where nobody is: in project.md, or beside a plan of another format', () => {
    const files = ['plan/project.md'];
    const none = modelOf([aPlan([activity('A', 1)], {}, { files })]);
    assert.equal(none.people.total, 0);
    assert.deepEqual(none.declare?.place, { file: 'plan/project.md', line: 0, text: 'plan/project.md' });
    assert.match(say(none.declare?.text ?? ''), /^Declare people in project\.md/);

    const backlog = { format: 'backlog', folder: 'backlog' } as const;
    const other = modelOf([aPlan([activity('A', 1, '', by('@ana'))], {}, backlog)]);
    assert.match(say(other.declare?.text ?? ''), /“for: backlog”/);
    assert.equal(other.declare?.place, undefined);
    assert.deepEqual(
      other.people.rows.map(({ note }) => say(note ?? '')),
      ['not declared'],
    );

    assert.equal(modelOf([aPlan([], crew([person('@ana')]))]).declare, undefined);
  });

  it('can be copied as a table and as figures', () => {
    const plan = aPlan(
      [activity('A', 4, '', by('@ana')), activity('B', 2, 'A')],
      crew([person('@ana', { name: 'Ana | =1' })]),
    );
    const model = modelOf([plan]);
    assert.deepEqual(peopleExport.make(model, 'markdown')?.split('\n'), [
      '| Person | 2026-11-16 | 2026-11-23 | Total |',
      '| --- | --- | --- | --- |',
      '| Ana \\| =1 | 1/1 | 5/5 | 6/6 |',
      '| Everyone | 1/1 | 5/5 | 6/6 |',
    ]);
    assert.deepEqual(peopleExport.make(model, 'csv')?.split('\n'), [
      'person,name,week,capacity,allocated,unassigned,tasks',
      "'@ana,Ana | =1,2026-11-16,1,1,0,T-A",
      "'@ana,Ana | =1,2026-11-23,5,5,2,T-A T-B",
    ]);
  });
});

describe('the number of a week', () => {
  it('is that of ISO 8601', () => {
    const weeks = ['2024-12-30', '2026-01-05', '2025-12-29', '2026-12-28', '2027-01-04', '2021-01-04'];
    assert.deepEqual(weeks.map(weekNumber), [1, 2, 1, 53, 1, 1]);
  });
});

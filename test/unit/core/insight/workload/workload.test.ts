import assert from 'node:assert/strict';
import fc from 'fast-check';
import { schedulePlans } from '../../../../../src/core/insight/schedule/schedule';
import { overloads } from '../../../../../src/core/insight/workload/overload';
import type { PersonWorkload } from '../../../../../src/core/insight/workload/workload';
import { workloadOf } from '../../../../../src/core/insight/workload/workload';
import { addDays } from '../../../../../src/core/base/dates';
import type { Milestone, Plan, Task } from '../../../../../src/core/plan/model';
import type { Person, PlanSettings } from '../../../../../src/core/plan/settings';
import { activity } from '../../../../support/networks';
import { aPlan } from '../../../../support/planBuilder';
import { MONDAY } from '../../../../support/planFigures';
import { aMilestone } from '../../../../support/snapshotBuilder';

const ana = (fields: Partial<Person> = {}): Person => ({
  id: '@ana',
  emails: [],
  capacity: 1,
  off: [],
  ...fields,
});

const by = (person: string, fields: Partial<Task> = {}): Partial<Task> => ({
  assignees: [person],
  ...fields,
});

const scheduled = (plans: readonly Plan[], today: string) =>
  schedulePlans(
    plans.map(plan => ({ plan, observed: new Map() })),
    today,
  );

function loads(plans: readonly Plan[], today = MONDAY): readonly PersonWorkload[] {
  return workloadOf(scheduled(plans, today), plans, today);
}

/** `person allocated/capacity …`, week by week. */
function weeks(plans: readonly Plan[], today = MONDAY): string[] {
  return loads(plans, today).map(({ person, weeks: found }) =>
    [person, ...found.map(({ allocated, capacity }) => `${allocated}/${capacity}`)].join(' '),
  );
}

function plan(
  tasks: readonly Task[],
  settings: Partial<PlanSettings> = {},
  milestones: Milestone[] = [],
): Plan {
  return aPlan(tasks, settings, { milestones });
}

describe('workload', () => {
  it('is what the levelled schedule gives to each person in each week, against what they can do', () => {
    const tasks = [
      activity('A', 4, '', by('@ana')),
      activity('B', 3, '', by('@ana')),
      activity('C', 1, '', by('@li')),
    ];
    const found = loads([plan(tasks)]);
    assert.deepEqual(weeks([plan(tasks)]), ['@ana 5/5 2/5', '@li 1/5 0/5']);
    assert.deepEqual(
      found[0]?.weeks.map(({ start }) => start),
      ['2026-03-02', '2026-03-09'],
    );
    assert.deepEqual(
      found[0]?.weeks.map(({ work }) => work.map(({ task, days }) => `${task} ${days}`)),
      [['T-A 4', 'T-B 1'], ['T-B 2']],
    );
  });

  it('counts this week from today on, and in shares of days', () => {
    const tasks = [activity('A', 2.5, '', by('@ana'))];
    assert.deepEqual(weeks([plan(tasks)], '2026-03-05'), ['@ana 2/2 0.5/5']);
    // A Sunday belongs to the week before.
    assert.deepEqual(weeks([plan(tasks)], '2026-03-08'), ['@ana 0/0 2.5/5']);
  });

  it('takes a person by their capacity, and shows holidays and absences as none', () => {
    const people = [ana({ capacity: 0.8, off: [{ from: '2026-03-09', to: '2026-03-13' }] })];
    const holidays = [{ from: '2026-03-17', to: '2026-03-18' }];
    assert.deepEqual(weeks([plan([activity('A', 6, '', by('@ana'))], { people, holidays })]), [
      '@ana 4/4 0/0 2/2.4',
    ]);
  });

  it('takes people who work together for as long as it lasts', () => {
    const people = [ana(), ana({ id: '@half', capacity: 0.5 })];
    const together = activity('A', 2, '', { assignees: ['@ana', '@half'] });
    assert.deepEqual(weeks([plan([together], { people })]), ['@ana 4/5', '@half 2/2.5']);
  });

  it('tells what is nobody’s yet, and shows those who have nothing to do', () => {
    const people = [ana(), ana({ id: '@li' })];
    const found = loads([plan([activity('A', 2, '', by('@ana')), activity('B', 1)], { people })]);
    assert.deepEqual(
      found.map(({ weeks: [week] }) => week?.work.map(({ task, assigned }) => `${task} ${assigned}`)),
      [['T-A true'], ['T-B false']],
    );
    assert.deepEqual(weeks([plan([], { people })]), ['@ana 0/5', '@li 0/5']);
  });

  it('joins the plans that share a person, and takes the days on which one of them works', () => {
    const first = plan([activity('A', 3, '', by('@ana'))], { people: [ana()] });
    const second = {
      ...plan([activity('B', 4, '', by('@ana'))], { workweek: [1, 2, 3, 4, 5, 6] }),
      uid: 'other',
    };
    assert.deepEqual(weeks([first, second]), ['@ana 6/6 1/6']);
  });

  it('looks a year ahead at most', () => {
    const [found] = loads([plan([activity('A', 400, '', by('@ana'))])]);
    assert.equal(found?.weeks.length, 52);
    assert.equal(found.weeks.at(-1)?.allocated, 5);
  });

  it('never allocates more than there is, and all of the work', () => {
    const task = fc.record({ days: fc.integer({ min: 1, max: 40 }), who: fc.integer({ min: 0, max: 2 }) });
    const capacity = fc.constantFrom(0.2, 0.5, 0.8, 1);
    fc.assert(
      fc.property(fc.array(task, { maxLength: 12 }), capacity, fc.nat(6), (drawn, share, later) => {
        const people = [ana({ capacity: share }), ana({ id: '@li', workweek: [1, 3, 6] })];
        const tasks = drawn.map(({ days, who }, index) =>
          activity(String(index), days / 4, '', who < 2 ? by(who === 0 ? '@ana' : '@li') : {}),
        );
        const found = loads([plan(tasks, { people, workweek: [1, 2, 3, 4, 6] })], addDays(MONDAY, later));
        const all = found.flatMap(one => one.weeks);
        assert.ok(all.every(({ allocated, capacity: most }) => allocated <= most + 1e-5));
        const sum = all.reduce((total, { allocated }) => total + allocated, 0);
        assert.ok(Math.abs(sum - drawn.reduce((total, { days }) => total + days / 4, 0)) < 1e-4);
      }),
    );
  });
});

describe('over-allocation', () => {
  /** `person demand/capacity from..until subject` */
  const found = (...plans: readonly Plan[]): string[] =>
    overloads(scheduled(plans, MONDAY), plans, MONDAY).map(
      ({ person, demand, capacity, from, until, subject }) =>
        `${person} ${demand}/${capacity} ${from.slice(5)}..${until.slice(5)} ${subject.uid}`,
    );
  const friday = (fields: Partial<Task> = {}): Partial<Task> => by('@ana', { due: '2026-03-06', ...fields });
  const three = (fields: Partial<Task> = {}): Task[] =>
    ['A', 'B', 'C'].map(name => activity(name, 3, '', friday(fields)));

  it('is more work due than can be done until then', () => {
    assert.deepEqual(found(plan(three())), ['@ana 9/5 03-02..03-06 T-A']);
    assert.deepEqual(found(plan(three({ due: '2026-03-12' }))), []);
    // Without dates nothing is asked by a day.
    assert.deepEqual(found(plan(three({ due: undefined }))), []);
    assert.deepEqual(found(plan(three({ assignees: [] }))), []);
    assert.deepEqual(found(plan(three({ category: 'done' }))), []);
  });

  it('allows what is within the reach of an estimate', () => {
    const until = (day: string) => plan(three({ due: `2026-03-${day}` }));
    assert.deepEqual(found(until('11')), []);
    assert.deepEqual(found(until('10')), ['@ana 9/7 03-02..03-10 T-A']);
  });

  it('is about the milestone where its date is the one', () => {
    const tasks = three({ due: undefined, milestone: 'M-1' });
    const m1 = (fields: Partial<Milestone>) => plan(tasks, {}, [aMilestone('M-1', fields)]);
    assert.deepEqual(found(m1({ due: '2026-03-06' })), ['@ana 9/5 03-02..03-06 M-1']);
    assert.deepEqual(found(m1({ due: '2026-03-06', status: 'dropped' })), []);
  });

  it('sees what cannot start earlier', () => {
    const start = { start: '2026-03-09', due: '2026-03-11' };
    const tasks = ['A', 'B'].map(name => activity(name, 3, '', by('@ana', start)));
    assert.deepEqual(found(plan(tasks)), ['@ana 6/3 03-09..03-11 T-A']);
    assert.deepEqual(found(plan(tasks.map(task => ({ ...task, category: 'active' })))), []);
  });

  it('leaves a single task that does not fit to itself', () => {
    assert.deepEqual(found(plan([activity('A', 20, '', friday())])), []);
    assert.deepEqual(found(plan([activity('A', 20, '', friday()), activity('B', 1, '', friday())])), []);
    assert.deepEqual(found(plan([activity('A', 20, '', friday()), activity('B', 3, '', friday())])), [
      '@ana 8/5 03-02..03-06 T-A',
    ]);
  });

  it('counts what is overdue, which has to be done as well', () => {
    const late = activity('L', 4, '', by('@ana', { due: '2026-02-20' }));
    assert.deepEqual(found(plan([late, activity('A', 3, '', friday())])), ['@ana 7/5 03-02..03-06 T-A']);
    assert.deepEqual(found(plan([late])), []);
  });

  it('knows absences and capacity', () => {
    const people = [ana({ capacity: 0.5, off: [{ from: '2026-03-02', to: '2026-03-03' }] })];
    const two = ['A', 'B'].map(name => activity(name, 1, '', friday({ due: '2026-03-04' })));
    assert.deepEqual(found(plan(two, { people })), []);
    assert.deepEqual(found(plan(three(), { people })), ['@ana 4.5/1.5 03-02..03-06 T-A']);
  });

  it('is silent where most of the demand is assumed', () => {
    const guess = three().map(task => ({ ...task, estimate: undefined }));
    assert.deepEqual(found(plan(guess)), []);
    assert.equal(
      found(plan([{ ...activity('G', 0, '', friday()), estimate: undefined }, ...three()])).length,
      1,
    );
  });

  it('joins the plans of a person', () => {
    const [a, b, c] = three();
    const other: Plan = { ...plan([b, c] as Task[]), uid: 'other' };
    assert.deepEqual(found(plan([a as Task]), other), ['@ana 9/5 03-02..03-06 T-A']);
  });

  it('is never found where a schedule within the limits meets every date', () => {
    const task = fc.record({
      days: fc.integer({ min: 1, max: 8 }),
      start: fc.option(fc.nat(10), { nil: undefined }),
      slack: fc.nat(4),
    });
    fc.assert(
      fc.property(fc.array(task, { minLength: 1, maxLength: 8 }), drawn => {
        const tasks = drawn.map(({ days, start }, index) =>
          activity(
            String(index),
            days,
            '',
            by('@ana', start === undefined ? {} : { start: addDays(MONDAY, start) }),
          ),
        );
        const free = plan(tasks);
        const [schedule] = scheduled([free], MONDAY).schedules;
        const dated = tasks.map((one, index) => ({
          ...one,
          due: addDays(schedule?.tasks.get(one.uid)?.limitedFinish ?? '', drawn[index]?.slack ?? 0),
        }));
        assert.deepEqual(found(plan(dated)), []);
      }),
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { schedulePlans } from '../../../../../src/core/insight/schedule/schedule';
import type { PlanSchedule } from '../../../../../src/core/insight/schedule/planSchedule';
import { addDays } from '../../../../../src/core/base/dates';
import type { Plan, Task } from '../../../../../src/core/plan/model';
import type { Person, PlanSettings } from '../../../../../src/core/plan/settings';
import { DEFAULT_SETTINGS } from '../../../../../src/core/plan/settings';
import { activity, days, EVERY_DAY } from '../../../../support/networks';
import { aPlan } from '../../../../support/planBuilder';

const TODAY = '2026-03-02';

const person = (id: string, fields: Partial<Person> = {}): Person => ({
  id,
  emails: [],
  capacity: 1,
  off: [],
  ...fields,
});

function schedules(...plans: readonly Plan[]): readonly PlanSchedule[] {
  return schedulePlans(
    plans.map(plan => ({ plan })),
    TODAY,
  ).schedules;
}

/** `name start finish`, the dates as days of March. */
function dates(plan: PlanSchedule | undefined): string[] {
  const day = (date: string | undefined): string => date?.replace(/^2026-03-0?/, '') ?? '-';
  return [...(plan?.tasks.values() ?? [])].map(({ uid, limitedStart, limitedFinish }) =>
    [uid.slice(2), day(limitedStart), day(limitedFinish)].join(' '),
  );
}

const by = (...assignees: readonly string[]): Partial<Task> => ({ assignees });

describe('a schedule within limits', () => {
  it('lets nobody do two things at a time, the one with the earlier latest finish first', () => {
    // B and its successor take five days, so A can wait.
    const plan = aPlan(
      [activity('A', 2, '', by('@ana')), activity('B', 2, '', by('@ana')), activity('C', 3, 'B', by('@li'))],
      EVERY_DAY,
    );
    const [found] = schedules(plan);
    assert.deepEqual(dates(found), ['A 4 5', 'B 2 3', 'C 4 6']);
    assert.deepEqual(found?.finish, { critical: '2026-03-06', limited: '2026-03-06' });
  });

  it('does the longer of two with the same latest finish first, so that nobody waits for nothing', () => {
    // B waits five days for A, and D does not fit in before it.
    const plan = aPlan(
      [activity('A', 5), activity('B', 4, 'A', by('@ana')), activity('D', 7, '', by('@ana'))],
      EVERY_DAY,
    );
    const [found] = schedules(plan);
    assert.deepEqual(dates(found), ['A 2 6', 'B 9 12', 'D 2 8']);
  });

  it('stretches work by capacity, holidays, days off and the week of a person', () => {
    const people = [
      person('@half', { capacity: 0.5 }),
      person('@away', { off: [{ from: '2026-03-03', to: '2026-03-04' }] }),
      person('@short', { workweek: [1, 3] }),
    ];
    const plan = aPlan(
      [
        activity('A', 1, '', by('@half')),
        activity('B', 2, '', by('@away')),
        activity('C', 3, '', by('@short')),
        activity('D', 1, '', by('@away', '@half')),
      ],
      { people, holidays: [{ from: '2026-03-06', to: '2026-03-06' }] },
    );
    // A: Monday, Tuesday. B: Monday, Thursday. C: Monday, Wednesday, Monday. D at half pace after both: 9 and 10.
    assert.deepEqual(dates(schedules(plan)[0]), ['A 2 3', 'B 2 5', 'C 2 9', 'D 9 10']);
  });

  it('gives unassigned work to whoever ends it first', () => {
    const people = [person('@half', { capacity: 0.5 }), person('@full')];
    const [found] = schedules(aPlan([activity('A', 1), activity('B', 1), activity('C', 1)], { people }));
    assert.deepEqual(dates(found), ['A 2 2', 'B 2 3', 'C 3 3']);
    assert.equal(found?.unlimited, false);
  });

  it('says when unassigned work waits for nobody, since no people are declared', () => {
    const [found] = schedules(aPlan([activity('A', 1), activity('B', 1)]));
    assert.deepEqual([dates(found), found?.unlimited], [['A 2 2', 'B 2 2'], true]);
  });

  it('keeps to resources, and gives no date to what never has enough', () => {
    const needs = (amount: number): Partial<Task> => ({ needs: [{ resource: 'staging', amount }] });
    const plan = aPlan(
      [
        activity('A', 2, '', needs(2)),
        activity('B', 1, '', needs(1)),
        activity('C', 1, '', needs(2)),
        activity('D', 1, '', needs(4)),
        activity('E', 1, 'D'),
      ],
      { resources: new Map([['staging', 3]]) },
    );
    const [found] = schedules(plan);
    assert.deepEqual(dates(found), ['A 2 3', 'B 2 2', 'C 4 4', 'D - -', 'E - -']);
    assert.deepEqual(found?.finish, { critical: '2026-03-03' });
  });

  it('has no date for the work of someone without capacity', () => {
    const people = [person('@none', { capacity: 0 })];
    assert.deepEqual(dates(schedules(aPlan([activity('A', 1, '', by('@none'))], { people }))[0]), ['A - -']);
  });

  it('shares people between plans', () => {
    const people = [person('@ana')];
    const one = aPlan([activity('A', 2, '', by('@ana'))], { people });
    const two = aPlan([activity('B', 2, '', by('@ana'))], { people }, { uid: '/repo/other' });
    assert.deepEqual(schedules(one, two).map(dates), [['A 2 3'], ['B 4 5']]);
  });

  it('goes on with what is active before it begins something new', () => {
    const plan = aPlan([
      activity('A', 5, '', { ...by('@ana'), priority: 'critical' }),
      activity('B', 1, '', { ...by('@ana'), category: 'active' }),
    ]);
    assert.deepEqual(dates(schedules(plan)[0]), ['A 3 9', 'B 2 2']);
  });

  it('gains from the pass backward and forward', () => {
    // By latest finish alone Ana does A, then C: Li would wait for C with the long D.
    const plan = aPlan(
      [
        activity('A', 4, '', { ...by('@ana'), due: '2026-03-06' }),
        activity('B', 1, '', by('@li')),
        activity('C', 1, 'B', by('@ana')),
        activity('D', 3, 'C', by('@li')),
      ],
      EVERY_DAY,
    );
    const [found] = schedules(plan);
    assert.ok((found?.finish?.limited ?? '') <= '2026-03-09', found?.finish?.limited);
  });
});

describe('any schedule', () => {
  const PEOPLE = ['@ana', '@li', '@sam'];
  const aTaskOf = fc.record({
    length: fc.integer({ min: 1, max: 24 }).map(hours => hours / 4),
    after: fc.array(fc.tuple(fc.nat(11), fc.integer({ min: 0, max: 3 })), { maxLength: 3 }),
    who: fc.subarray([...PEOPLE, '@outside'], { maxLength: 2 }),
    needs: fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined }),
    start: fc.option(fc.nat(20), { nil: undefined }),
    category: fc.constantFrom('open', 'open', 'active', 'done', 'blocked'),
  });
  const somePlan = fc
    .record({
      tasks: fc.array(aTaskOf, { minLength: 1, maxLength: 12 }),
      capacities: fc.array(fc.constantFrom(1, 0.5, 0.8), { minLength: 3, maxLength: 3 }),
      off: fc.array(fc.nat(25), { minLength: 3, maxLength: 3 }),
      holiday: fc.nat(25),
      declared: fc.boolean(),
    })
    .map(({ tasks, capacities, off, holiday, declared }) => {
      const settings: Partial<PlanSettings> = {
        holidays: [{ from: addDays(TODAY, holiday), to: addDays(TODAY, holiday + 1) }],
        resources: new Map([['staging', 2]]),
        people: declared
          ? PEOPLE.map((id, i) =>
              person(id, {
                capacity: capacities[i] ?? 1,
                off: [{ from: addDays(TODAY, off[i] ?? 0), to: addDays(TODAY, (off[i] ?? 0) + 3) }],
              }),
            )
          : [],
      };
      return aPlan(
        tasks.map(({ length, after, who, needs, start, category }, i) => {
          const befores = after.filter(([index]) => index < i);
          return activity(`${i}`, length, '', {
            category: category as Task['category'],
            assignees: who,
            dependsOn: befores.map(([index, lag]) => ({ key: `T-${index}`, text: '', lag: days(lag) })),
            ...(needs !== undefined && { needs: [{ resource: 'staging', amount: needs }] }),
            ...(start !== undefined && { start: addDays(TODAY, start) }),
          });
        }),
        settings,
      );
    });

  it('violates no dependency, no calendar and no limit, and ends no earlier than its critical path', () => {
    fc.assert(
      fc.property(somePlan, plan => {
        const [found] = schedules(plan);
        assert.ok(found);
        const settings = { ...DEFAULT_SETTINGS, ...plan.settings };
        const works = (date: string, who: readonly Person[]): boolean => {
          const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
          const off = [...settings.holidays, ...who.flatMap(one => one.off)];
          return weekday > 0 && weekday < 6 && !off.some(({ from, to }) => from <= date && date <= to);
        };
        for (const task of plan.tasks) {
          const dated = found.tasks.get(task.uid);
          if (!dated) {
            assert.equal(task.category, 'done');
            continue;
          }
          const { limitedStart = '', limitedFinish = '', start, finish } = dated;
          assert.ok(start <= limitedStart && finish <= limitedFinish, 'earlier than without limits');
          assert.ok(limitedStart <= limitedFinish);
          const who = settings.people.filter(({ id }) => task.assignees.includes(id));
          assert.ok(works(start, []) && works(finish, []), 'on a day off of the project');
          assert.ok(works(limitedStart, who) && works(limitedFinish, who), 'on a day off');
          assert.ok(task.category === 'active' || task.start === undefined || start >= task.start);
          for (const { key, lag } of task.category === 'active' ? [] : task.dependsOn) {
            const before = found.tasks.get(key);
            if (before) {
              const apart = (lag?.value ?? 0) / 8;
              assert.ok(dated.es >= before.ef + apart - 1e-6, 'starts before what it waits for');
              const earliest = apart >= 1 ? addDays(before.limitedFinish ?? '', apart) : before.limitedFinish;
              assert.ok(limitedStart >= (earliest ?? ''), 'within limits, starts before what it waits for');
            }
          }
        }
        assert.ok((found.finish?.limited ?? '9') >= (found.finish?.critical ?? ''));
        overlapFree(plan, found);
      }),
      { numRuns: 500 },
    );
  });

  /** Nobody has whole days of two tasks in common, and no day needs more than there is. */
  function overlapFree(plan: Plan, found: PlanSchedule): void {
    const inner = new Map<string, number>();
    for (const task of plan.tasks) {
      const { limitedStart = '', limitedFinish = '' } = found.tasks.get(task.uid) ?? {};
      // The first and the last day may be shared.
      for (let day = addDays(limitedStart || TODAY, 1); day < limitedFinish; day = addDays(day, 1)) {
        for (const [who, amount] of [
          ...task.assignees.map(id => [id, 1] as const),
          ...task.needs.map(need => [need.resource, need.amount] as const),
        ]) {
          const taken = (inner.get(`${who} ${day}`) ?? 0) + amount;
          inner.set(`${who} ${day}`, taken);
          assert.ok(taken <= (who === 'staging' ? 2 : 1), `${who} is taken twice on ${day}`);
        }
      }
    }
  }
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { branchChanges } from '../../../../../src/core/insight/effect/branchChanges';
import { triedChanges } from '../../../../../src/core/insight/effect/causes';
import { effectOf, NO_EFFECT } from '../../../../../src/core/insight/effect/effect';
import type { Effect, PlanOutlook } from '../../../../../src/core/insight/effect/effect';
import { mergedPlan } from '../../../../../src/core/insight/effect/mergedPlan';
import { isMoved } from '../../../../../src/core/insight/effect/paired';
import type { Trial } from '../../../../../src/core/insight/effect/trial';
import { computeInsight } from '../../../../../src/core/insight/planInsight';
import type { Plan, Risk, Task } from '../../../../../src/core/plan/model';
import { effectRows } from '../../../../../src/present/effectRows';
import { say } from '../../../../../src/words/say';
import { activity, days, EVERY_DAY } from '../../../../support/networks';
import { aMilestone } from '../../../../support/panel/handMade';
import { aPlan } from '../../../../support/planBuilder';

const risk = (score: number, fields: Partial<Risk> = {}): Risk => ({
  kind: 'risk',
  id: 'R-1',
  key: 'R-1',
  uid: 'R-1',
  title: 'Late',
  file: 'plan/risks/r.md',
  line: 0,
  duplicate: false,
  labels: [],
  dismissed: [],
  status: 'open',
  score,
  tasks: [],
  ...fields,
});

const BASE = aPlan([activity('A', 2), activity('B', 1, 'A'), activity('C', 1)], EVERY_DAY, {
  risks: [risk(6)],
});

/** The plan with other tasks and risks. */
const withItems = (tasks: Plan['tasks'], risks = BASE.risks): Plan => ({ ...BASE, tasks, risks });

/** Ten thousand runs take their time: those of a plan are made once. */
const known = new WeakMap<Plan, PlanOutlook>();

const outlook = (plan: Plan, trials: readonly Trial[] = []): PlanOutlook => {
  const before = trials.length === 0 ? known.get(plan) : undefined;
  const [insight] = before
    ? [before.insight]
    : computeInsight([{ plan, observed: new Map() }], '2026-03-02', { samples: true, trials });
  assert.ok(insight);
  const found = { plan, insight };
  known.set(plan, found);
  return found;
};

/** What a branch does that makes one plan of another, as the store asks for it. */
const effectBetween = (without: Plan, withIt: Plan): Effect => {
  const tried = triedChanges(branchChanges(without, withIt), without);
  return effectOf(
    outlook(
      without,
      tried.map(({ trial }) => trial),
    ),
    outlook(withIt),
  );
};

const causesOf = (effect: Effect): string[] =>
  effectRows(effect).flatMap(({ name, what, why }) =>
    why ? [`${say(name)} ${say(what)}: ${say(why)}`] : [],
  );

describe('what a branch would change', () => {
  it('names milestones in the order of their due dates', () => {
    const milestones = ['A', 'B', 'C'].map(id =>
      aMilestone(id, id === 'A' ? {} : { due: `2027-0${id === 'B' ? 2 : 1}-01` }),
    );
    const plan = (length: number): Plan => ({
      ...BASE,
      milestones,
      tasks: milestones.map(({ key }) =>
        activity(`T${key}`, length, '', { milestone: key, assignees: [`@${key}`] }),
      ),
    });
    const { milestones: named } = effectBetween(plan(1), plan(4));
    assert.deepEqual(
      named.map(({ id }) => id),
      ['C', 'B', 'A'],
    );
  });

  const [a, b, c] = BASE.tasks;
  assert.ok(a && b && c);
  // The branch makes A longer, drops C and adds D; meanwhile B has become longer on the default branch.
  const head = withItems([{ ...a, estimate: days(4) }, b, activity('D', 1, 'B')], [risk(12)]);
  const onto = withItems([a, { ...b, estimate: days(3) }, c]);

  it('keeps what others changed meanwhile, and takes what the branch changes', () => {
    const merged = mergedPlan(onto, BASE, head);
    assert.deepEqual(
      merged.tasks.map(({ id, estimate }) => [id, (estimate?.value ?? 0) / 8]),
      [
        ['T-A', 4],
        ['T-B', 3],
        ['T-D', 1],
      ],
    );
    assert.equal(merged.risks[0]?.score, 12);
  });

  it('names the dates and risks that move, and nothing else', () => {
    const effect = effectBetween(onto, mergedPlan(onto, BASE, head));
    assert.deepEqual([effect.finish?.from, effect.finish?.to], ['2026-03-06', '2026-03-09']);
    assert.deepEqual(causesOf(effect), ['All open tasks planned finish: T-A 2d → 4d · T-D is new']);
    assert.deepEqual(effect.risks, [{ id: 'R-1', title: 'Late', score: { from: 6, to: 12 } }]);
    assert.deepEqual(
      effectRows(effect).map(({ from, to }) => [from, to]),
      [
        ['2026-03-06', '2026-03-09'],
        ['6', '12'],
      ],
    );
  });

  it('finds none where the branch changes no plan', () => {
    const same = effectBetween(onto, mergedPlan(onto, BASE, BASE));
    assert.deepEqual(same, NO_EFFECT);
    const copies = BASE.tasks.map(task => ({ ...task, line: task.line + 9 }));
    assert.equal(mergedPlan(onto, BASE, withItems(copies)), onto);
    assert.notEqual(mergedPlan(onto, BASE, withItems([a, b])), onto);
    assert.notEqual(mergedPlan(onto, BASE, withItems(BASE.tasks, [risk(7)])), onto);
  });

  it('does not bring back what was removed from the default branch', () => {
    const without = withItems([a, b]);
    const merged = mergedPlan(without, BASE, withItems([a, b, { ...c, estimate: days(9) }]));
    assert.deepEqual(
      merged.tasks.map(({ id }) => id),
      ['T-A', 'T-B'],
    );
  });
});

describe('a date that a branch moves', () => {
  /** A chain of three tasks for M, and one beside it for N; three points where a forecast is wanted. */
  const three = (length: number): Partial<Task> => ({
    estimate: { unit: 'hours', value: length * 8, three: [length * 4, length * 8, length * 12] },
  });
  const tasks = (spread = false): Task[] =>
    [
      activity('A', 2, '', { milestone: 'M', assignees: ['@ana'] }),
      activity('B', 3, 'A', { milestone: 'M', assignees: ['@ana'] }),
      activity('C', 1, 'B', { milestone: 'M', assignees: ['@ana'] }),
      activity('X', 4, '', { milestone: 'N', assignees: ['@li'] }),
    ].map(task => (spread ? { ...task, ...three((task.estimate?.value ?? 0) / 8) } : task));
  const planOf = (own: Task[], risks: readonly Risk[] = []): Plan =>
    aPlan(own, EVERY_DAY, { milestones: [aMilestone('M', { due: '2026-03-20' }), aMilestone('N')], risks });
  const edited = (name: string, fields: Partial<Task>, own = tasks()): Plan =>
    planOf(own.map(task => (task.id === `T-${name}` ? { ...task, ...fields } : task)));

  it('names the change that moves it, and no other change of the branch', () => {
    const withIt = edited('A', { estimate: days(4) });
    const both = {
      ...withIt,
      tasks: withIt.tasks.map(task => (task.id === 'T-X' ? { ...task, estimate: days(3) } : task)),
    };
    const effect = effectBetween(planOf(tasks()), both);
    assert.deepEqual(causesOf(effect), [
      'All open tasks planned finish: T-A 2d → 4d',
      'M planned finish: T-A 2d → 4d',
      'N planned finish: T-X 4d → 3d',
    ]);
  });

  it('names every field, new tasks and lost ones by what they are', () => {
    assert.deepEqual(
      causesOf(effectBetween(planOf(tasks()), edited('A', { start: '2026-03-10' }))).at(-1),
      'M planned finish: T-A start: – → 10 Mar 2026',
    );
    assert.deepEqual(
      causesOf(effectBetween(planOf(tasks()), planOf(tasks().filter(({ id }) => id !== 'T-A')))).at(-1),
      'M planned finish: T-A is removed',
    );
  });

  it('names all that have to do with it where none moves it alone', () => {
    const parallel = (length: number): Plan =>
      planOf(['A', 'B'].map(name => activity(name, length, '', { milestone: 'M', assignees: [`@${name}`] })));
    assert.deepEqual(
      causesOf(effectBetween(parallel(4), parallel(2))).at(-1),
      'M planned finish: T-A 4d → 2d · T-B 4d → 2d',
    );
  });

  it('is that of the forecast as well, where the runs differ by more than chance', () => {
    const without = planOf(tasks(true));
    const withIt = edited('A', three(6), tasks(true));
    const { milestones } = effectBetween(without, withIt);
    const m = milestones.find(({ key }) => key === 'M');
    assert.ok(m?.p50 && m.p85);
    assert.deepEqual(
      m.p50.causes.map(({ id, field }) => [id, field]),
      [['T-A', 'estimate']],
    );
    const n = milestones.find(({ key }) => key === 'N');
    assert.equal(n, undefined, 'what the branch leaves alone draws the same numbers');
  });

  it('is said of a risk that costs more days', () => {
    const own = risk(6, { milestone: 'M', delay: days(2), chance: 1 });
    const withIt = planOf(tasks(true), [{ ...own, delay: days(9) }]);
    const m = effectBetween(planOf(tasks(true), [own]), withIt).milestones.find(({ key }) => key === 'M');
    assert.deepEqual(
      m?.p85?.causes.map(({ id, field }) => [id, field]),
      [['R-1', 'delay']],
    );
    assert.equal(m?.finish, undefined);
  });

  it('is none below a working day, and none by chance', () => {
    // A quarter of a day later in every run.
    const less = edited('A', three(2.25), tasks(true));
    const m = effectBetween(planOf(tasks(true)), less).milestones.find(({ key }) => key === 'M');
    assert.deepEqual([m?.p50, m?.p85], [undefined, undefined]);
    const spread = (shift: number): number[] => Array.from({ length: 100 }, (_, run) => (run % 10) + shift);
    assert.equal(isMoved(spread(0), spread(0.9)), false);
    assert.equal(isMoved(spread(0), spread(1)), true);
    const noisy = Array.from({ length: 16 }, (_, run) => (run % 2 ? 9 : -6));
    assert.equal(isMoved(new Array<number>(16).fill(0), noisy), false, 'a mean of 1.5 with an error of 1.9');
    assert.equal(isMoved(spread(0), spread(2).slice(1)), false);
    assert.equal(isMoved([Infinity, 1, 2, 3, 4, 5], [1, 1, 2, 3, 4, 5]), false);
    assert.equal(isMoved(new Array<number>(9).fill(Infinity), new Array<number>(9).fill(1)), true);
  });
});

describe('any branch', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 7 });

  it('that changes nothing, or renames only, moves no date', () => {
    fc.assert(
      fc.property(
        sizes,
        fc.array(fc.string({ maxLength: 9 }), { minLength: 7, maxLength: 7 }),
        (lengths, names) => {
          const tasks = lengths.map((length, at) =>
            activity(`${at}`, 0, at % 3 === 0 ? '' : `${at - 1}`, {
              milestone: at % 2 === 0 ? 'M' : 'N',
              assignees: [`@${at % 2}`],
              estimate: { unit: 'hours', value: length * 8, three: [length * 6, length * 8, length * 20] },
            }),
          );
          const plan = aPlan(tasks, EVERY_DAY, { milestones: [aMilestone('M'), aMilestone('N')] });
          const renamed = {
            ...plan,
            tasks: tasks.map((task, at) => ({ ...task, title: names[at] ?? '', labels: ['x'] })),
          };
          assert.deepEqual(effectBetween(plan, mergedPlan(plan, plan, { ...plan })), NO_EFFECT);
          assert.deepEqual(effectBetween(plan, mergedPlan(plan, plan, renamed)), NO_EFFECT);
        },
      ),
      { numRuns: 2 },
    );
  });

  it('leaves the runs of all tasks alone that it does not change', () => {
    const own = (length: number): Plan =>
      aPlan(
        [
          activity('A', 0, '', {
            milestone: 'M',
            assignees: ['@a'],
            estimate: { unit: 'hours', value: 8 * length, three: [4, 8 * length, 12 * length] },
          }),
          activity('B', 0, '', {
            milestone: 'N',
            assignees: ['@b'],
            estimate: { unit: 'hours', value: 24, three: [16, 24, 60] },
          }),
        ],
        EVERY_DAY,
        { milestones: [aMilestone('M'), aMilestone('N')] },
      );
    const ends = (plan: Plan, key: string): Float64Array | undefined => {
      const { forecast } = outlook(plan).insight;
      return forecast.kind === 'forecast'
        ? forecast.milestones.find(({ milestone }) => milestone === key)?.ends
        : undefined;
    };
    const before = ends(own(1), 'N');
    assert.ok(before && new Set(before).size > 100);
    assert.deepEqual(ends(own(5), 'N'), before);
    const added = { ...own(1), tasks: [activity('0', 3, '', { assignees: ['@c'] }), ...own(1).tasks] };
    const runs = ends(added, 'N');
    assert.deepEqual(runs?.slice(0, 500), before.slice(0, 500));
  });
});

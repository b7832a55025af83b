import assert from 'node:assert/strict';
import { computeInsight } from '../../../../../src/core/insight/planInsight';
import type { PlanInsight } from '../../../../../src/core/insight/planInsight';
import type { Plan, Task } from '../../../../../src/core/plan/model';
import { scheduleJson } from '../../../../../src/present/json/insightJson';
import { pathModel } from '../../../../../src/present/panel/overview/path';
import { timelineModel } from '../../../../../src/present/panel/timeline/timeline';
import { scheduleTable } from '../../../../../src/present/tables/insightTables';
import { say } from '../../../../../src/words/say';
import { aMilestone, factsFor } from '../../../../support/panel/handMade';
import { activity } from '../../../../support/networks';
import { aPlan } from '../../../../support/planBuilder';

const TODAY = '2026-11-20';
const ana = { assignees: ['@ana'] };
const LIMITS = { shown: {}, most: 25 };

const insightOf = (plan: Plan): PlanInsight => {
  const [insight] = computeInsight([{ plan, observed: new Map() }], TODAY);
  assert.ok(insight);
  return insight;
};

const unknown = (name: string, after = ''): Task => ({
  ...activity(name, 0, after, ana),
  estimate: undefined as never,
});

/** Ten tasks, so many of them estimated. D waits for C, C and E for B. */
const plan = (estimated: number): Plan =>
  aPlan(
    [unknown('A'), unknown('B'), unknown('C', 'B'), unknown('D', 'C'), unknown('E', 'B')]
      .concat(['F', 'G', 'H', 'I', 'J'].map(name => unknown(name)))
      .map((task, index) =>
        index >= 10 - estimated ? { ...task, estimate: activity('X', 1).estimate } : task,
      )
      .map(task => ({ ...task, milestone: 'M' })) as Task[],
    {},
    { milestones: [aMilestone('M', { due: '2026-12-01' })] },
  );

describe('a plan of which little is known', () => {
  it('has dates from 30 % of estimated tasks on', () => {
    assert.equal(insightOf(plan(3)).schedule.noDates, undefined);
    assert.equal(insightOf(plan(3)).schedule.tasks.size, 10);
    const { schedule, workload, findings } = insightOf(plan(2));
    assert.deepEqual(
      [schedule.tasks.size, schedule.milestones.size, schedule.finish, schedule.path],
      [0, 0, undefined, []],
    );
    assert.equal(schedule.remaining.get('T-A')?.days, 3);
    assert.ok(workload.every(({ weeks }) => weeks.every(({ allocated }) => allocated === 0)));
    assert.deepEqual(
      findings.filter(({ id }) => id === 'negative-due-float'),
      [],
    );
  });

  it('is asked for five estimates, of what most depends on first', () => {
    const { noDates } = insightOf(plan(2)).schedule;
    assert.deepEqual(noDates, {
      reason: 'estimates',
      estimated: 2,
      open: 10,
      ask: [
        { uid: 'T-B', dependents: 3 },
        { uid: 'T-C', dependents: 1 },
        { uid: 'T-A', dependents: 0 },
        { uid: 'T-D', dependents: 0 },
        { uid: 'T-E', dependents: 0 },
      ],
    });
  });

  it('counts what can be reached on two ways once', () => {
    const diamond = aPlan([unknown('A'), unknown('B', 'A'), unknown('C', 'A'), unknown('D', 'B C')]);
    assert.deepEqual(insightOf(diamond).schedule.noDates?.ask[0], { uid: 'T-A', dependents: 3 });
  });

  it('has no dates where neither people nor dependencies put the work into an order', () => {
    const bare = [activity('A', 1), activity('B', 2)];
    const of = (tasks: Task[], settings = {}) => insightOf(aPlan(tasks, settings)).schedule.noDates?.reason;
    assert.equal(of(bare), 'links');
    assert.equal(of([activity('A', 1), activity('B', 2, 'A')]), undefined);
    assert.equal(of([activity('A', 1, '', ana), activity('B', 2)]), undefined);
    const people = [{ id: '@ana', name: '@ana', emails: [], capacity: 1, off: [] }];
    assert.equal(of(bare, { people }), undefined);
    assert.equal(of([]), undefined);
  });

  it('says so in panel, command line and JSON in place of bars and dates', () => {
    const facts = factsFor(plan(2));
    const insight = insightOf(facts.plan);
    const says = 'No dates: too few open tasks have an estimate (2 of 10)';
    const first = 'Estimate T-B Title of T-B: 3 tasks depend on it';
    const timeline = timelineModel(facts, insight, undefined, {}, LIMITS);
    assert.ok(say(timeline.empty ?? '').startsWith(`${says} · ${first}`));
    assert.deepEqual(
      timeline.groups.flatMap(({ bars }) => bars),
      [],
    );
    const path = pathModel(facts, insight, LIMITS);
    assert.deepEqual(path?.text.slice(0, 2).map(say), [says, first]);
    const of = { plan: facts.plan, insight };
    assert.deepEqual(scheduleTable(of).slice(0, 2), [says, first]);
    const json = scheduleJson('/', [of]) as { plans: { tasks: unknown[]; noDates: { reason: string } }[] };
    assert.deepEqual([json.plans[0]?.tasks, json.plans[0]?.noDates.reason], [[], 'estimates']);
  });
});

describe('the ghost of a bar', () => {
  const at = (length: number): Plan => aPlan([activity('A', length, '', ana), activity('B', 1, 'A')]);
  const ghosts = (was: Plan, is: Plan): string[] => {
    const [before] = computeInsight([{ plan: was, observed: new Map() }], '2026-11-13');
    assert.ok(before);
    const baseline = { plan: was, insight: before };
    return timelineModel(factsFor(is), insightOf(is), baseline, {}, LIMITS)
      .groups.flatMap(({ bars }) => bars)
      .filter(bar => bar.before)
      .map(({ id }) => id);
  };

  it('is drawn only where something that the dates of the task rest on has changed', () => {
    assert.deepEqual(ghosts(at(2), at(2)), []);
    assert.deepEqual(ghosts(at(2), at(3)), ['T-A']);
    const renamed = { ...at(2), tasks: at(2).tasks.map(task => ({ ...task, title: 'Another' })) };
    assert.deepEqual(ghosts(at(2), renamed), []);
  });
});

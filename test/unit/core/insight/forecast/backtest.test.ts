import assert from 'node:assert/strict';
import { finish } from '../../../../../src/core/base/steps';
import { backtest } from '../../../../../src/core/insight/forecast/backtest';
import { forecastByThroughput } from '../../../../../src/core/insight/forecast/throughputForecast';
import { queuesOf } from '../../../../../src/core/insight/forecast/queues';
import { planHistorySteps } from '../../../../../src/core/insight/history/planHistory';
import type { HistoryStep } from '../../../../../src/core/insight/history/planHistory';
import { addDays } from '../../../../../src/core/base/dates';
import type { Plan } from '../../../../../src/core/plan/model';
import type { Category } from '../../../../../src/core/plan/category';
import { aPlan, aTask } from '../../../../support/planBuilder';

const MONDAY = '2026-03-02';

/** A plan whose tasks are done one after another, `done[week]` of them in each week. */
function story(done: readonly number[], open: number): { plan: Plan; steps: HistoryStep[]; today: string } {
  const total = done.reduce((sum, count) => sum + count, 0) + open;
  const state = (index: number, finished: number): Category => (index < finished ? 'done' : 'open');
  const stepAt = (day: string, finished: number): HistoryStep => ({
    commit: day,
    day,
    files: Array.from({ length: total }, (_, i) => ({
      path: `${i}`,
      items: [{ kind: 'task', key: `APP-${i}`, category: state(i, finished) }],
    })),
  });
  let finished = 0;
  const steps = [stepAt(addDays(MONDAY, -3), 0)];
  done.forEach((count, week) => {
    for (let i = 0; i < count; i++) {
      finished++;
      steps.push(stepAt(addDays(MONDAY, week * 7 + Math.floor((i / count) * 5)), finished));
    }
  });
  const tasks = Array.from({ length: total }, (_, i) => aTask(`APP-${i}`, { category: state(i, finished) }));
  return { plan: aPlan(tasks), steps, today: addDays(MONDAY, done.length * 7) };
}

describe('a forecast from the history', () => {
  it('takes a steady pace for what it is', () => {
    const { plan, steps, today } = story([2, 2, 2, 2, 2, 2], 8);
    const found = forecastByThroughput({
      history: finish(planHistorySteps(steps)),
      settings: plan.settings,
      queues: queuesOf(plan),
      today,
    });
    assert.equal(found.kind, 'forecast');
    assert.ok(found.kind === 'forecast');
    // Four weeks from Monday, 13 April: their last working day.
    assert.deepEqual([found.whole.p50, found.whole.p95], ['2026-05-08', '2026-05-08']);
    assert.deepEqual(
      found.cone.map(({ p85 }) => p85),
      [2, 4, 6, 8, 8],
    );
  });

  it('counts days off that are to come', () => {
    const { plan, steps, today } = story([2, 2, 2, 2, 2, 2], 8);
    const holidays = [{ from: '2026-05-04', to: '2026-05-05' }];
    const settings = { ...plan.settings, holidays };
    const found = forecastByThroughput({
      history: finish(planHistorySteps(steps)),
      settings,
      queues: queuesOf(plan),
      today,
    });
    assert.ok(found.kind === 'forecast');
    assert.equal(found.whole.p50, '2026-05-12');
  });

  it('says what is missing', () => {
    const reason = (done: readonly number[], open: number): unknown => {
      const { plan, steps, today } = story(done, open);
      const history = finish(planHistorySteps(steps));
      const found = forecastByThroughput({ history, settings: plan.settings, queues: queuesOf(plan), today });
      return found.reasons[0];
    };
    assert.deepEqual(reason([3, 3, 3], 5), { code: 'few-weeks', args: [3, 4] });
    assert.deepEqual(reason([1, 1, 1, 1], 5), { code: 'few-done', args: [4, 8] });
    assert.deepEqual(reason([3, 3, 3, 3], 0), { code: 'nothing-open', args: [] });
    const { plan, today } = story([3], 3);
    const input = {
      history: finish(planHistorySteps([])),
      settings: plan.settings,
      queues: queuesOf(plan),
      today,
    };
    assert.deepEqual(forecastByThroughput(input).reasons[0], { code: 'no-history', args: [] });
    const cut = { ...input, history: { ...finish(planHistorySteps([])), isCut: true } };
    assert.deepEqual(forecastByThroughput(cut).reasons, [
      { code: 'few-weeks', args: [0, 4] },
      { code: 'history-cut', args: [] },
    ]);
    const withoutGit = { ...input, history: undefined };
    assert.deepEqual(forecastByThroughput(withoutGit).reasons[0], { code: 'no-git', args: [] });
  });
});

describe('a backtest', () => {
  it('finds every forecast kept where the pace stays the same', () => {
    const { plan, steps, today } = story([2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2], 0);
    const found = backtest(plan, finish(planHistorySteps(steps)), today);
    // From the fifth week on; in the last there were two tasks left.
    assert.deepEqual([found.trials, found.p50, found.p85], [8, 1, 1]);
    assert.ok(found.independent >= 1 && found.independent < found.trials);
  });

  it('knows of what was open then and has been dropped or deleted since', () => {
    // Two of eighteen a week; in the ninth week the last two are dropped, or gone, with their milestone.
    const { plan, steps, today } = story([2, 2, 2, 2, 2, 2, 2, 2], 2);
    const last = ['APP-16', 'APP-17'];
    const later = (items: (key: string) => HistoryStep['files'][number]['items']): HistoryStep => ({
      commit: 'later',
      day: today,
      files: last.map(key => ({ path: key.slice(4), items: items(key) })),
    });
    const dropped = later(key => [{ kind: 'task', key, category: 'dropped' }]);
    const tasks = plan.tasks.map(task =>
      last.includes(task.key) ? { ...task, category: 'dropped' as const } : task,
    );
    const without = plan.tasks.filter(({ key }) => !last.includes(key));
    const week = addDays(today, 7);
    for (const [now, step] of [
      [tasks, dropped],
      [without, later(() => [])],
    ] as const) {
      const found = backtest({ ...plan, tasks: now }, finish(planHistorySteps([...steps, step])), week);
      // As many weeks as are full before each Monday from the fifth to the ninth; each says one week for two tasks.
      assert.deepEqual([found.trials, found.p50, found.p85], [5, 1, 1]);
    }
  });

  it('counts what is not over past its P85 as missed, and nothing before', () => {
    const slow = story([4, 4, 4, 4, 0, 0, 0, 0], 6);
    const missed = backtest(slow.plan, finish(planHistorySteps(slow.steps)), slow.today);
    assert.ok(missed.trials > 0);
    assert.deepEqual([missed.p50, missed.p85], [0, 0]);
    const early = story([4, 4, 4, 4, 4], 100);
    assert.equal(backtest(early.plan, finish(planHistorySteps(early.steps)), early.today).trials, 0);
  });
});

import assert from 'node:assert/strict';
import type { Backtest } from '../../../../../src/core/insight/forecast/backtest';
import { forecastModel } from '../../../../../src/present/panel/forecast/forecast';
import { say } from '../../../../../src/words/say';
import { aMilestone, factsFor, handMade } from '../../../../support/panel/handMade';
import { aPlan } from '../../../../support/planBuilder';

const { answers } = handMade();

describe('the forecast of the panel', () => {
  const { insight } = answers;
  const facts = answers.shown?.ok ? answers.shown.value : factsFor(aPlan([]));
  assert.ok(insight);

  const reliability = (past: Partial<Backtest>): string => {
    const backtest: Backtest = { trials: 20, independent: 6, p50: 0.5, p85: 0.85, byMilestone: [], ...past };
    return (forecastModel(facts, { ...insight, backtest }).reliability ?? []).map(say).join(' ');
  };

  it('says in words what past forecasts mean for this one', () => {
    assert.match(
      reliability({}),
      /^Replayed past forecasts .*: 20 .* 85% their P85\. So the P85 is about right\.$/,
    );
    assert.match(reliability({ p85: 0.7 }), /They were too hopeful/);
    assert.match(reliability({ p85: 1 }), /They were cautious/);
    assert.match(reliability({ p85: 0.7, independent: 3 }), /too few to judge/);
    assert.match(reliability({ trials: 0 }), /No past forecast is old enough to check\.$/);
    const none = { kind: 'none', reasons: [] } as const;
    assert.equal(forecastModel(facts, { ...insight, forecast: none }).reliability, undefined);
  });

  it('says that a backtest by throughput judges no dates of the schedule', () => {
    assert.ok(insight.forecast.kind === 'forecast');
    const backtest: Backtest = { trials: 20, independent: 6, p50: 0.5, p85: 0.85, byMilestone: [] };
    const of = (method: 'network' | 'throughput') => {
      const forecast = { ...insight.forecast, method } as typeof insight.forecast;
      return (forecastModel(facts, { ...insight, forecast, backtest }).reliability ?? []).map(say).at(-1);
    };
    assert.match(of('network') ?? '', /^This does not check the dates above, which come from the schedule/);
    assert.match(of('throughput') ?? '', /^So the P85 is about right/);
  });

  it('says what the dates count where they go by the schedule', () => {
    assert.ok(insight.forecast.kind === 'forecast');
    const said = (method: 'network' | 'throughput'): string => {
      const model = forecastModel(facts, { ...insight, forecast: { ...insight.forecast, method } as never });
      return [...model.reasons, ...(model.burnUp?.notes ?? [])].map(say).join('\n');
    };
    assert.match(said('network'), /Assumes that no work is added\.[^]*the table follows the schedule/);
    assert.doesNotMatch(said('throughput'), /no work is added|follows the schedule/);
  });

  it('draws the cone no higher than the scope, and no further than where all of that is done', () => {
    const cone = [3, 9, 20, 30].map((p85, at) => ({
      day: `2026-12-0${at + 1}`,
      p85,
      p50: p85 + 5,
      p15: p85 + 9,
    }));
    const scope = [
      { day: '2026-11-13', scope: 18, done: 0 },
      { day: '2026-11-20', scope: 20, done: 5 },
    ];
    const throughput = { ...insight.throughput, kind: 'forecast', cone } as never;
    const { burnUp } = forecastModel(facts, { ...insight, scope, throughput });
    assert.deepEqual(
      burnUp?.cone.map(({ p85, p50, p15 }) => [p85, p50, p15]),
      [
        [8, 13, 17],
        [14, 19, 20],
        [20, 20, 20],
      ],
    );
  });

  it('holds its dates against the due date, and against today where there is none', () => {
    const { forecast } = insight;
    assert.ok(forecast.kind === 'forecast');
    const milestones = [
      { milestone: 'LAUNCH', remaining: 2, p50: '2026-12-11', p85: '2026-12-18', p95: '2027-01-08' },
    ];
    const said = (due: string | undefined): unknown => {
      const plan = aPlan(
        [],
        {},
        { milestones: [aMilestone('Launch', { ...(due !== undefined && { due }) })] },
      );
      const [row] = forecastModel(factsFor(plan), {
        ...insight,
        forecast: { ...forecast, milestones } as never,
      }).rows;
      return [row?.p50, row?.p85, row?.p95].map(day => day && [say(day.text), day.passed]);
    };
    assert.deepEqual(said('2026-12-18'), [
      ['7 days early', false],
      ['on the day', false],
      ['21 days late', true],
    ]);
    assert.deepEqual(said(undefined), [
      ['in 21 days', false],
      ['in 28 days', false],
      ['in 49 days', false],
    ]);
  });

  it('draws no burn-up of a single day', () => {
    const [scope] = insight.scope;
    assert.ok(scope);
    const none = { ...insight, throughput: { kind: 'none', reasons: [] } as never };
    assert.equal(forecastModel(facts, { ...none, scope: [scope] }).burnUp, undefined);
    assert.ok(forecastModel(facts, { ...none, scope: [scope, { ...scope, day: '2026-11-21' }] }).burnUp);
  });

  it('says so where commits and the plan of now count differently', () => {
    const [scope] = insight.scope.slice(-1);
    assert.ok(scope);
    const counted = (of: { scope: number; done: number }): string =>
      (forecastModel(facts, { ...insight, scope: [{ ...scope, ...of }] }).burnUp?.notes ?? [])
        .map(say)
        .join();
    const { total, done } = facts.progress.plan;
    assert.doesNotMatch(counted({ scope: total, done }), /counts every id once/);
    assert.match(
      counted({ scope: total - 1, done }),
      new RegExp(`the plan now has ${done} of ${total} done`),
    );
  });
});

import assert from 'node:assert/strict';
import { healthsOf, readHealth } from '../../../../../src/core/insight/health/health';
import { outlooksOf, type OutlookInput } from '../../../../../src/core/insight/health/outlook';
import type { Milestone, Risk, Task } from '../../../../../src/core/plan/model';
import { activity, EVERY_DAY } from '../../../../support/networks';
import { aPlan } from '../../../../support/planBuilder';
import { aForecast, figuresOf, STARTED } from '../../../../support/planFigures';
import { aMilestone, aRisk } from '../../../../support/snapshotBuilder';

const inM1 = (fields: Partial<Task> = {}): Partial<Task> => ({ milestone: 'M-1', ...fields });

interface Given {
  readonly milestone?: Partial<Milestone>;
  readonly tasks?: readonly Task[];
  readonly risks?: readonly Risk[];
  readonly more?: Partial<OutlookInput>;
}

const healths = (input: OutlookInput) => healthsOf(outlooksOf(input), input);

/** `health: reason args; …` of the milestone M-1 on Monday 2 March, with every day a working day. */
function healthOf({ milestone = {}, tasks = [], risks = [], more = {} }: Given): string {
  const own = aMilestone('M-1', milestone);
  const plan = aPlan(tasks, EVERY_DAY, { milestones: [own], risks });
  const found = healths(figuresOf(plan, more)).get(own.uid);
  const reasons = found?.reasons.map(({ code, args }) => [code.slice('health-'.length), ...args].join(' '));
  return `${found?.computed}: ${reasons?.join('; ')}`;
}

const tenDays = [activity('A', 6, '', inM1()), activity('B', 4, 'A', inM1({ category: 'active' }))];
/** Ends on 11 March, since A starts today. */
const chain = [activity('A', 6, '', inM1({ category: 'active' })), activity('B', 4, 'A', inM1())];
const due = (day: string): Partial<Milestone> => ({ due: `2026-03-${day}` });

describe('health', () => {
  it('is done when declared so, whatever the dates', () => {
    assert.equal(
      healthOf({ milestone: { status: 'done', due: '2026-01-01' }, tasks: tenDays }),
      'done: status done',
    );
    assert.equal(healthOf({ milestone: { status: 'dropped', ...due('01') } }), 'unknown: status dropped');
  });

  describe('off track', () => {
    it('is what has open work after its due date', () => {
      const done = activity('C', 1, '', inM1({ category: 'done' }));
      assert.equal(
        healthOf({
          milestone: due('01'),
          tasks: [done, activity('A', 1, '', inM1())],
          more: { forecast: aForecast({ 'M-1': { p50: '2026-02-20', p85: '2026-02-20' } }) },
        }),
        'off track: due-passed 2026-03-01 1 2',
      );
      assert.match(healthOf({ milestone: due('01'), tasks: [done] }), /^on track: all-done 1/);
      assert.match(healthOf({ milestone: due('01') }), /^off track: due-passed 2026-03-01 0 0/);
      assert.doesNotMatch(healthOf({ milestone: due('02') }), /^off track/);
    });

    it('is what half of the forecast ends after', () => {
      const forecast = (p50?: string) =>
        aForecast({ 'M-1': { p85: '2026-04-20', ...(p50 !== undefined && { p50 }) } });
      const given = { milestone: due('31'), tasks: chain };
      assert.equal(
        healthOf({ ...given, more: { forecast: forecast('2026-04-01') } }),
        'off track: p50-late 2026-04-01 2026-03-31',
      );
      assert.match(healthOf({ ...given, more: { forecast: forecast('2026-03-31') } }), /^at risk/);
      assert.equal(healthOf({ ...given, more: { forecast: forecast() } }), 'off track: p50-never 2026-03-31');
    });

    it('is, without a forecast, what the schedule ends after', () => {
      const two = ['A', 'B'].map(name => activity(name, 5, '', inM1({ assignees: ['@ana'] })));
      assert.equal(
        healthOf({ milestone: due('10'), tasks: two }),
        'off track: finish-late 2026-03-11 2026-03-10',
      );
      assert.match(healthOf({ milestone: due('11'), tasks: two }), /^on track: finish-in-time 2026-03-11/);
      const forecast = aForecast({ 'M-1': { p50: '2026-03-09', p85: '2026-03-10' } });
      assert.match(
        healthOf({ milestone: due('10'), tasks: two, more: { forecast } }),
        /^on track: p85-in-time/,
      );
    });
  });

  describe('at risk', () => {
    it('is what 85 % of the forecast ends after', () => {
      const forecast = (p85?: string) =>
        aForecast({ 'M-1': { p50: '2026-03-20', ...(p85 !== undefined && { p85 }) } });
      const given = { milestone: due('31'), tasks: chain };
      assert.equal(
        healthOf({ ...given, more: { forecast: forecast('2026-04-01') } }),
        'at risk: p85-late 2026-04-01 2026-03-31',
      );
      assert.equal(healthOf({ ...given, more: { forecast: forecast() } }), 'at risk: p85-never 2026-03-31');
      assert.match(healthOf({ ...given, more: { forecast: forecast('2026-03-31') } }), /^on track/);
    });

    it('is what has less float than two days or a tenth of the way', () => {
      assert.match(healthOf({ milestone: due('13'), tasks: chain }), /^on track/);
      assert.equal(healthOf({ milestone: due('12'), tasks: chain }), 'at risk: float-short 1 2');
      const long = [activity('A', 30, '', inM1())];
      assert.match(healthOf({ milestone: { due: '2026-04-03' }, tasks: long }), /^on track/);
      assert.equal(healthOf({ milestone: { due: '2026-04-02' }, tasks: long }), 'at risk: float-short 2 3');
      const forecast = aForecast({ 'M-1': { p50: '2026-03-09', p85: '2026-03-10' } });
      assert.equal(
        healthOf({ milestone: due('09'), tasks: chain, more: { forecast } }),
        'at risk: p85-late 2026-03-10 2026-03-09; float-negative 2 2026-03-09',
      );
    });

    it('is what has a blocked task on its critical path', () => {
      const blocked = (length: number) => [
        ...chain,
        activity('C', length, '', inM1({ category: 'blocked', until: '2026-03-03' })),
      ];
      assert.match(healthOf({ milestone: due('31'), tasks: blocked(2) }), /^on track/);
      assert.equal(healthOf({ milestone: due('31'), tasks: blocked(12) }), 'at risk: path-blocked T-C');
      assert.match(healthOf({ tasks: blocked(12) }), /^at risk/);
    });

    it('is what a severe risk without a response, or one that has occurred, belongs to', () => {
      const given = { milestone: due('31'), tasks: chain };
      const risk = (fields: Partial<Risk>) => [aRisk('R-1', { milestone: 'M-1', score: 15, ...fields })];
      assert.equal(healthOf({ ...given, risks: risk({}) }), 'at risk: risk-severe R-1 15');
      assert.equal(
        healthOf({ ...given, risks: risk({ status: 'occurred', response: 'mitigate' }) }),
        'at risk: risk-occurred R-1',
      );
      for (const fields of [
        { score: 14 },
        { response: 'accept' },
        { status: 'mitigating' },
        { status: 'closed' },
        { tasks: ['T-A'] },
        { milestone: 'M-2' },
      ] satisfies Partial<Risk>[]) {
        assert.match(healthOf({ ...given, risks: risk(fields) }), /^on track/, JSON.stringify(fields));
      }
    });
  });

  it('is not started while it is planned and nobody works on it', () => {
    const tasks = [activity('A', 2, '', inM1())];
    const planned: Partial<Milestone> = { status: 'planned', ...due('31') };
    assert.equal(
      healthOf({ milestone: planned, tasks }),
      'not started: not-started 1; finish-in-time 2026-03-03 2026-03-31',
    );
    assert.match(healthOf({ milestone: planned, tasks: chain }), /^on track/);
    const observed = new Map([['T-A', STARTED]]);
    assert.match(healthOf({ milestone: planned, tasks, more: { observed } }), /^on track/);
    assert.match(healthOf({ milestone: { status: 'active', ...due('31') }, tasks }), /^on track/);
    assert.equal(healthOf({ milestone: { status: 'planned' } }), 'not started: not-started 0');
  });

  it('is on track only with a due date and something that says when it ends', () => {
    assert.equal(
      healthOf({ milestone: due('31'), tasks: chain }),
      'on track: finish-in-time 2026-03-11 2026-03-31',
    );
    assert.equal(healthOf({ tasks: chain }), 'unknown: no-due');
    assert.equal(healthOf({ milestone: due('31') }), 'unknown: no-dates');
  });

  it('says what its dates rest on where that is little', () => {
    const guess = ['A', 'B'].map(name => activity(name, 1, '', inM1({ estimate: undefined })));
    assert.match(healthOf({ milestone: due('31'), tasks: guess }), /; assumed 2 2$/);
    const forecast = aForecast({ 'M-1': { p50: '2026-03-09', p85: '2026-03-10' } });
    assert.equal(
      healthOf({ milestone: due('31'), tasks: guess, more: { forecast } }),
      'on track: p85-in-time 2026-03-10 2026-03-31',
    );
    const blocked = activity('C', 2, '', inM1({ category: 'blocked' }));
    assert.match(healthOf({ milestone: due('31'), tasks: [...chain, blocked] }), /; best-case$/);
  });

  it('carries the own word, which goes stale after 14 days', () => {
    const declared = (healthDate?: string) => {
      const own = aMilestone('M-1', { health: 'At-Risk', ...(healthDate !== undefined && { healthDate }) });
      const found = healths(figuresOf(aPlan([], {}, { milestones: [own] }))).get('M-1');
      return [found?.declared, found?.declaredStale];
    };
    assert.deepEqual(declared('2026-02-16'), ['At-Risk', false]);
    assert.deepEqual(declared('2026-02-15'), ['At-Risk', true]);
    assert.deepEqual(declared(), ['At-Risk', false]);
    assert.deepEqual(
      ['At-Risk', ' green', 'OFF_TRACK', 'Not started', 'completed', 'so so'].map(readHealth),
      ['at risk', 'on track', 'off track', 'not started', 'done', undefined],
    );
  });
});

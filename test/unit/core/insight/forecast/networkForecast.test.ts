import assert from 'node:assert/strict';
import { computeInsight } from '../../../../../src/core/insight/planInsight';
import type { PlanForecast } from '../../../../../src/core/insight/forecast/forecastResult';
import type { Milestone, Plan, Risk, Task } from '../../../../../src/core/plan/model';
import type { PlanSettings } from '../../../../../src/core/plan/settings';
import { activity } from '../../../../support/networks';
import { aPlan } from '../../../../support/planBuilder';
import { MONDAY } from '../../../../support/planFigures';
import { aMilestone, aRisk } from '../../../../support/snapshotBuilder';

/** So many days in three points that do not differ: the forecast is one date. */
function sure(name: string, length: number, milestone: string, fields: Partial<Task> = {}): Task {
  const value = length * 8;
  return activity(name, 0, '', {
    milestone,
    assignees: [`@${name}`],
    estimate: { unit: 'hours', value, three: [value, value, value] },
    ...fields,
  });
}

const after = (key: string): Partial<Task> => ({ dependsOn: [{ key, text: key }] });

/** It happens for certain and costs days. */
const certain = (days: number, where: Partial<Risk> = { milestone: 'M-1' }): Risk =>
  aRisk('R-1', { chance: 1, delay: { unit: 'hours', value: days * 8 }, ...where });

function planOf(tasks: Task[], risks: Risk[] = [], settings: Partial<PlanSettings> = {}): Plan {
  const milestones: Milestone[] = [aMilestone('M-1', { due: '2026-06-01' }), aMilestone('M-2')];
  return aPlan(tasks, settings, { milestones, risks });
}

function forecastOf(plan: Plan): PlanForecast {
  const [insight] = computeInsight([{ plan, observed: new Map() }], MONDAY);
  assert.equal(insight?.forecast.kind, 'forecast');
  return insight.forecast;
}

/** P85 by milestone, then of everything. */
const p85 = ({ milestones, whole }: PlanForecast) => [...milestones, whole].map(row => row.p85 ?? 'none');

describe('a forecast by the schedule', () => {
  it('counts the days of a risk as working days', () => {
    // Five days end on Friday 6 March.
    const plan = (days: number, settings = {}) => planOf([sure('A', 5, 'M-1')], [certain(days)], settings);
    assert.deepEqual(p85(forecastOf(plan(1))), ['2026-03-09', '2026-03-09']);
    const holidays = [{ from: '2026-03-09', to: '2026-03-10' }];
    assert.deepEqual(p85(forecastOf(plan(2, { holidays }))), ['2026-03-12', '2026-03-12']);
  });

  it('is the same wherever the repository lies', () => {
    const wide = { unit: 'hours', value: 80, three: [8, 64, 240] } as const;
    const tasks = ['A', 'B', 'C'].map(name => sure(name, 1, 'M-1', { estimate: wide }));
    const here = planOf(tasks, [certain(5)]);
    const there = { ...here, root: '/elsewhere', uid: '/elsewhere/plan' };
    // Run by run: the dates alone are nearly the same in any case.
    const runsOf = (plan: Plan): unknown => {
      const [insight] = computeInsight([{ plan, observed: new Map() }], MONDAY, { samples: true });
      return insight?.forecast.kind === 'forecast' && insight.forecast.milestones.map(({ ends }) => ends);
    };
    assert.deepEqual(runsOf(there), runsOf(here));
  });

  it('ends as a whole with its last milestone, whichever a risk holds up', () => {
    const plan = planOf([sure('A', 1, 'M-1'), sure('B', 20, 'M-2')], [certain(5)]);
    assert.deepEqual(p85(forecastOf(plan)), ['2026-03-09', '2026-03-27', '2026-03-27']);
  });

  it('holds up what waits for the milestone of a risk', () => {
    const tasks = [sure('A', 1, 'M-1'), sure('B', 1, 'M-2', after('M-1'))];
    assert.deepEqual(p85(forecastOf(planOf(tasks))), ['2026-03-02', '2026-03-03', '2026-03-03']);
    assert.deepEqual(p85(forecastOf(planOf(tasks, [certain(5)]))), [
      '2026-03-09',
      '2026-03-10',
      '2026-03-10',
    ]);
  });

  it('holds up everything where a risk belongs to no milestone', () => {
    const tasks = [sure('A', 1, 'M-1'), sure('B', 2, 'M-2')];
    assert.deepEqual(p85(forecastOf(planOf(tasks, [certain(5, {})]))), [
      '2026-03-09',
      '2026-03-10',
      '2026-03-10',
    ]);
  });

  it('has no date for what waits for itself in a circle', () => {
    const circle = [sure('A', 1, 'M-1', after('T-B')), sure('B', 1, 'M-1', after('T-A'))];
    const plan = planOf([...circle, sure('C', 2, 'M-2')]);
    const forecast = forecastOf(plan);
    assert.deepEqual(p85(forecast), ['none', '2026-03-03', '2026-03-03']);
    assert.deepEqual(
      [...forecast.milestones, forecast.whole].map(({ remaining }) => remaining),
      [2, 1, 3],
    );
    assert.ok(forecast.reasons.some(({ code }) => code === 'best-case'));
    const [insight] = computeInsight([{ plan, observed: new Map() }], MONDAY);
    assert.equal(insight?.healths.get('M-1')?.computed, 'unknown');
  });

  it('calls a date the best case when some of its milestone waits for itself', () => {
    const circle = [sure('A', 1, 'M-1', after('T-B')), sure('B', 1, 'M-1', after('T-A'))];
    const [insight] = computeInsight(
      [{ plan: planOf([...circle, sure('C', 2, 'M-1')]), observed: new Map() }],
      MONDAY,
    );
    const codes = insight?.healths.get('M-1')?.reasons.map(({ code }) => code);
    assert.deepEqual(codes, ['health-p85-in-time', 'health-best-case']);
  });
});

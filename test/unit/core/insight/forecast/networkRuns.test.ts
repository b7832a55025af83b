import assert from 'node:assert/strict';
import { simulateNetwork } from '../../../../../src/core/insight/forecast/networkRuns';
import type { NetworkRunsInput } from '../../../../../src/core/insight/forecast/networkRuns';
import { schedulePlans } from '../../../../../src/core/insight/schedule/schedule';
import { WorkCalendar } from '../../../../../src/core/insight/schedule/workCalendar';
import { percentile } from '../../../../../src/core/base/statistics';
import type { Plan } from '../../../../../src/core/plan/model';
import { activity, days, EVERY_DAY, reliable } from '../../../../support/networks';
import { aPlan } from '../../../../support/planBuilder';

const ALL = 'all';

/** The ends of the last of some tasks, in ascending order. */
function simulate(
  plan: Plan,
  names: readonly string[] | typeof ALL,
  more: Partial<NetworkRunsInput> = {},
): Float64Array {
  const scheduled = schedulePlans([{ plan }], '2026-03-02');
  const nodes = [...(scheduled.nodes[0] ?? new Map<string, number>())];
  const group = nodes
    .filter(([uid]) => names === ALL || names.includes(uid.slice(2)))
    .map(([, node]) => node);
  const [times] = simulateNetwork({
    scheduled,
    work: scheduled.work,
    ratios: [],
    groups: [group],
    delays: [],
    days: new WorkCalendar(plan.settings, '2026-03-02').days,
    runs: 4000,
    names: scheduled.names,
    ...more,
  });
  assert.ok(times);
  return times.toSorted();
}

const mean = (times: Float64Array): number => times.reduce((sum, time) => sum + time, 0) / times.length;

const deviation = (times: Float64Array): number => {
  const middle = mean(times);
  return Math.sqrt(times.reduce((sum, time) => sum + (time - middle) ** 2, 0) / times.length);
};

describe('a forecast by network', () => {
  it('draws the critical path of the Reliable Construction Co. with the mean and deviation that PERT gives it', () => {
    // 44 weeks with a variance of 9, of which a deadline of 47 is kept with 84 %.
    const plan = reliable();
    const critical = { ...plan, tasks: plan.tasks.filter(({ id }) => 'ABCEFJLN'.includes(id.slice(2))) };
    const times = simulate(critical, ALL);
    assert.ok(Math.abs(mean(times) - 44) < 0.2, `mean ${mean(times)}`);
    assert.ok(Math.abs(deviation(times) - 3) < 0.25, `deviation ${deviation(times)}`);
    const kept = times.filter(time => time <= 47).length / times.length;
    assert.ok(Math.abs(kept - 0.84) < 0.03, `${kept} are done within 47 weeks`);
  });

  it('ends later where paths run beside each other, since the last of them counts', () => {
    const whole = simulate(reliable(), ALL);
    assert.ok(mean(whole) > 44.1, `mean ${mean(whole)}`);
  });

  it('has one date for everything when nothing is uncertain', () => {
    const times = simulate(aPlan([activity('A', 2), activity('B', 3, 'A')], EVERY_DAY), ALL);
    assert.deepEqual([times[0], percentile(times, 0.95)], [5, 5]);
  });

  it('scales all tasks of a run by the same past ratio', () => {
    const plan = aPlan([activity('A', 2), activity('B', 2, 'A')], EVERY_DAY);
    const times = simulate(plan, ALL, { ratios: [1, 2], runs: 1000 });
    assert.deepEqual([...new Set(times)], [4, 8]);
    assert.ok(Math.abs(times.filter(time => time === 8).length / 1000 - 0.5) < 0.05);
  });

  it('adds what a risk costs in the runs in which it happens', () => {
    const plan = aPlan([activity('A', 2)], EVERY_DAY);
    const delays = [{ name: 'R-1', probability: 0.3, days: 10, groups: [0] }];
    const times = simulate(plan, ALL, { delays, runs: 2000 });
    assert.ok(Math.abs(times.filter(time => time === 12).length / 2000 - 0.3) < 0.03);
  });

  it('keeps to the limits of people in every run', () => {
    const three = (length: number) => ({
      estimate: { ...days(length), three: [length * 4, length * 8, length * 16] as const },
      assignees: ['@ana'],
    });
    const plan = aPlan([activity('A', 0, '', three(2)), activity('B', 0, '', three(2))], EVERY_DAY);
    const [both, one] = [simulate(plan, ALL), simulate(plan, ['A'])];
    assert.ok((both[0] ?? 0) >= 2, 'two tasks of a day at least each');
    assert.ok(mean(both) > mean(one) + 1.5);
  });
});

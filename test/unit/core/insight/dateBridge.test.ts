import assert from 'node:assert/strict';
import { dateBridge } from '../../../../src/core/insight/dateBridge';
import type { DateStep } from '../../../../src/core/insight/dateBridge';
import { computeInsight } from '../../../../src/core/insight/planInsight';
import type { PlanInsight } from '../../../../src/core/insight/planInsight';
import type { Task } from '../../../../src/core/plan/model';
import { say } from '../../../../src/words/say';
import { activity } from '../../../support/networks';
import { aPlan } from '../../../support/planBuilder';
import { MONDAY } from '../../../support/planFigures';
import { aMilestone } from '../../../support/snapshotBuilder';

/** Two tasks of five days that could be done at once, by one person. */
const tasks: readonly Task[] = ['A', 'B'].map(name =>
  activity(name, 0, '', {
    milestone: 'M-1',
    assignees: ['@li'],
    estimate: { unit: 'hours', value: 40, three: [40, 40, 40] },
  }),
);
const plan = aPlan(tasks, {}, { milestones: [aMilestone('M-1')] });

/** Ten done tasks that took twice their estimate. */
const done = Array.from({ length: 10 }, (_, at) =>
  activity(`D${at}`, 0, '', {
    category: 'done',
    status: 'Done',
    estimate: { unit: 'hours', value: 8 },
    spent: { unit: 'hours', value: 16 },
  }),
);

function insightOf(all: readonly Task[]): PlanInsight {
  const lives = new Map(
    all.map(({ key, category }) => [
      key,
      { key, founding: true, events: [{ day: '2026-01-05', state: category }] },
    ]),
  );
  const history = { tasks: lives, milestones: new Map(), reachesBack: true } as never;
  const input = { plan: { ...plan, tasks: all }, observed: new Map(), history };
  const [insight] = computeInsight([input as never], MONDAY);
  return insight as PlanInsight;
}

describe('the steps to a date', () => {
  const { schedule, forecast } = computeInsight([{ plan, observed: new Map() }], MONDAY)[0] as PlanInsight;
  const kinds = (steps: readonly DateStep[]) => steps.map(({ kind }) => kind);

  it('go by the schedule from the work alone over its people to what is safe to promise', () => {
    assert.deepEqual(dateBridge('M-1', { schedule, forecast }), [
      { kind: 'work', date: '2026-03-06' },
      { kind: 'people', date: '2026-03-13' },
      { kind: 'even', date: '2026-03-13' },
      { kind: 'safe', date: '2026-03-13' },
    ]);
    assert.deepEqual(dateBridge('M-2', { schedule, forecast }), []);
  });

  it('stretch all work as past work was, in the order and with the people of the schedule', () => {
    const insight = insightOf([...tasks, ...done]);
    const steps = dateBridge('M-1', insight);
    assert.deepEqual(kinds(steps), ['work', 'people', 'pace', 'even', 'safe']);
    // Twice ten working days.
    assert.deepEqual(steps[2], { kind: 'pace', factor: 2, date: '2026-03-27' });
  });

  it('go by throughput from the tasks that are left, those served before them, and the tasks of a week', () => {
    const own = { milestone: 'M-1', remaining: 5, before: 10, p50: '2026-04-03' };
    const byWeeks = {
      ...forecast,
      method: 'throughput',
      perWeek: 2.44,
      milestones: [own],
    } as typeof forecast;
    const steps = dateBridge('M-1', { schedule, forecast: byWeeks });
    assert.deepEqual(steps, [
      { kind: 'tasks', left: 5, before: 10, perWeek: 2.44 },
      { kind: 'even', date: '2026-04-03' },
      { kind: 'safe' },
    ]);
    assert.equal(
      say({ code: 'ui.date-bridge', args: [steps] }),
      '5 tasks left, 10 of other milestones first, 2.4 tasks a week \u2192 even odds: 3 Apr 2026 \u2192 no date within two years is safe to promise',
    );
  });

  it('are those of the schedule where there is no forecast', () => {
    const none = { kind: 'none', reasons: [] } as const;
    const steps = dateBridge('M-1', { schedule, forecast: none });
    assert.deepEqual(kinds(steps), ['work', 'people']);
    assert.equal(
      say({ code: 'ui.date-bridge', args: [steps] }),
      "Work alone: 6 Mar 2026 \u2192 with your team's availability: 13 Mar 2026",
    );
  });
});

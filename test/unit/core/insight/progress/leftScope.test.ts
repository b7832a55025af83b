import assert from 'node:assert/strict';
import { finish } from '../../../../../src/core/base/steps';
import { scopeSince } from '../../../../../src/core/insight/baseline/scope';
import { queuesOf } from '../../../../../src/core/insight/forecast/queues';
import { progressSteps } from '../../../../../src/core/insight/progress/progress';
import { schedulePlans } from '../../../../../src/core/insight/schedule/schedule';
import type { Milestone, Plan } from '../../../../../src/core/plan/model';
import { aPlan, aTask } from '../../../../support/planBuilder';

const milestone = (key: string, status: Milestone['status']): Milestone => ({
  kind: 'milestone',
  id: key,
  key,
  uid: key,
  title: key,
  file: `plan/milestones/${key}.md`,
  line: 0,
  duplicate: false,
  labels: [],
  dismissed: [],
  status,
  checklist: [],
});

/** M1 has one open and one done task; M2 has one that waits for the open one. */
function plan(m1: Milestone['status']): Plan {
  const done = { status: 'Done', category: 'done' } as const;
  return aPlan(
    [
      aTask('APP-1', { milestone: 'M1' }),
      aTask('APP-2', { milestone: 'M1', ...done }),
      aTask('APP-3', { milestone: 'M2', dependsOn: [{ key: 'APP-1', text: 'APP-1' }] }),
    ],
    {},
    { milestones: [milestone('M1', m1), milestone('M2', 'active')] },
  );
}

describe('what is open in a dropped milestone', () => {
  it('is not forecast, so that others are not served after it', () => {
    const remaining = (of: Plan) => queuesOf(of).map(queue => queue.remaining);
    assert.deepEqual(remaining(plan('active')), [1, 1, 0]);
    assert.deepEqual(remaining(plan('dropped')), [0, 1, 0]);
  });

  it('is not scheduled, and nothing waits for it', () => {
    const [schedule] = schedulePlans([{ plan: plan('dropped') }], '2026-03-02').schedules;
    assert.deepEqual(
      [...(schedule?.tasks.values() ?? [])].map(({ key, es }) => [key, es]),
      [['APP-3', 0]],
    );
  });

  it('leaves the scope of the plan, while the milestone keeps its count', () => {
    const { plan: whole, milestones } = finish(progressSteps(plan('dropped')));
    assert.deepEqual([whole.done, whole.total, whole.dropped], [1, 2, 1]);
    assert.deepEqual([milestones.get('M1')?.done, milestones.get('M1')?.total], [1, 2]);
  });

  it('is dropped since a baseline, or taken up again', () => {
    const why = (then: Plan, now: Plan) => {
      const { added, removed } = scopeSince(then, now);
      return [added, removed].map(tasks => tasks.map(task => `${task.id} ${task.why}`));
    };
    assert.deepEqual(why(plan('active'), plan('dropped')), [[], ['APP-1 dropped']]);
    assert.deepEqual(why(plan('dropped'), plan('active')), [['APP-1 reopened'], []]);
  });
});

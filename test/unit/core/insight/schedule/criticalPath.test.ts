import assert from 'node:assert/strict';
import type { PlanSchedule } from '../../../../../src/core/insight/schedule/planSchedule';
import { schedulePlans } from '../../../../../src/core/insight/schedule/schedule';
import type { Milestone, Plan } from '../../../../../src/core/plan/model';
import { activity, EVERY_DAY, reliable } from '../../../../support/networks';
import { aPlan, aTask } from '../../../../support/planBuilder';

const TODAY = '2026-03-02';

function scheduled(plan: Plan, today = TODAY): PlanSchedule {
  const [only] = schedulePlans([{ plan }], today).schedules;
  assert.ok(only);
  return only;
}

/** `name es ef ls lf total free` of each task. */
function table({ tasks }: PlanSchedule): string[] {
  return [...tasks.values()].map(({ uid, es, ef, ls, lf, totalFloat, freeFloat }) =>
    [uid.slice(2), es, ef, ls, lf, totalFloat, freeFloat].join(' '),
  );
}

const milestone = (key: string, due?: string): Milestone => ({
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
  status: 'active',
  checklist: [],
  ...(due !== undefined && { due }),
});

describe('the critical path method', () => {
  it('solves the Reliable Construction Co. project as Hillier and Lieberman do', () => {
    const found = scheduled(reliable());
    assert.deepEqual(table(found), [
      'A 0 2 0 2 0 0',
      'B 2 6 2 6 0 0',
      'C 6 16 6 16 0 0',
      'D 16 22 20 26 4 0',
      'E 16 20 16 20 0 0',
      'F 20 25 20 25 0 0',
      'G 22 29 26 33 4 0',
      'H 29 38 33 42 4 0',
      'I 16 23 18 25 2 2',
      'J 25 33 25 33 0 0',
      'K 33 37 34 38 1 1',
      'L 33 38 33 38 0 0',
      'M 38 40 42 44 4 4',
      'N 38 44 38 44 0 0',
    ]);
    assert.deepEqual(found.path.map(uid => uid.slice(2)).join('-'), 'A-B-C-E-F-J-L-N');
  });

  it('counts lags, and gives dates without weekends and holidays', () => {
    // 2026-03-02 is a Monday; A takes Monday to Wednesday, the lag Thursday and Friday, and Monday is off.
    const holidays = [{ from: '2026-03-09', to: '2026-03-09' }];
    const plan = aPlan([activity('A', 3), activity('B', 1.5, 'A+2')], { holidays });
    const [a, b] = [...scheduled(plan).tasks.values()];
    assert.deepEqual([a?.start, a?.finish], ['2026-03-02', '2026-03-04']);
    assert.deepEqual([b?.es, b?.ef, b?.start, b?.finish], [5, 6.5, '2026-03-10', '2026-03-11']);
  });

  it('starts on the next working day, and not before the day a task names', () => {
    const plan = aPlan([activity('A', 1), activity('B', 1, '', { start: '2026-03-11' })]);
    const [a, b] = [...scheduled(plan, '2026-02-28').tasks.values()];
    assert.deepEqual([a?.start, a?.finish, b?.es, b?.start], ['2026-03-02', '2026-03-02', 7, '2026-03-11']);
  });

  it('lets a task wait for a milestone and for a task with subtasks, and subtasks for what that one waits for', () => {
    const plan = aPlan(
      [
        activity('A', 2, '', { milestone: 'M1' }),
        activity('B', 4, '', { milestone: 'M1' }),
        activity('S', 9, 'M1-X', { dependsOn: [{ key: 'M1', text: 'M1' }] }),
        activity('S1', 1, '', { parent: 'T-S' }),
        activity('S2', 2, 'S1', { parent: 'T-S' }),
        activity('Z', 1, 'S'),
      ],
      EVERY_DAY,
      { milestones: [milestone('M1')] },
    );
    const found = scheduled(plan);
    assert.deepEqual(table(found), [
      'A 0 2 2 4 2 2',
      'B 0 4 0 4 0 0',
      'S1 4 5 4 5 0 0',
      'S2 5 7 5 7 0 0',
      'Z 7 8 7 8 0 0',
    ]);
    assert.equal(found.milestones.get('M1')?.critical, '2026-03-05');
    assert.deepEqual(found.path, ['T-B', 'T-S1', 'T-S2', 'T-Z']);
  });

  it('measures floats against the nearest due date downstream', () => {
    // Due on Thursday, the end of the fourth day; A and B together take five.
    const plan = aPlan(
      [
        activity('A', 2),
        activity('B', 3, 'A', { milestone: 'M1' }),
        activity('C', 1, 'A', { due: '2026-03-20' }),
      ],
      {},
      { milestones: [milestone('M1', '2026-03-05')] },
    );
    const floats = [...scheduled(plan).tasks.values()].map(({ dueFloat }) => dueFloat);
    assert.deepEqual(floats, [-1, -1, 12]);
    const late = scheduled(plan, '2026-03-10');
    assert.equal(late.tasks.get('T-B')?.dueFloat, -5 - 2);
  });

  it('measures the float of subtasks against the due date of the task that sums them up', () => {
    const whole = activity('W', 50, '', { due: '2026-03-10' });
    const part = { parent: 'T-W' };
    const plan = aPlan([whole, activity('A', 3, '', part), activity('B', 1, 'A', part)], EVERY_DAY);
    assert.deepEqual(
      [...scheduled(plan).tasks.values()].map(({ uid, dueFloat }) => [uid.slice(2), dueFloat]),
      [
        ['A', 5],
        ['B', 5],
      ],
    );
  });

  it('leaves out what is done, and does not let active work wait', () => {
    const plan = aPlan(
      [
        activity('A', 5, '', { category: 'done' }),
        activity('B', 2, 'A'),
        activity('C', 3, 'B', { category: 'active' }),
      ],
      EVERY_DAY,
    );
    assert.deepEqual(table(scheduled(plan)), ['B 0 2 1 3 1 1', 'C 0 3 0 3 0 0']);
  });

  it('names the members of a circle and schedules the rest as the best case', () => {
    const plan = aPlan([
      activity('A', 1, 'B'),
      activity('B', 1, 'A'),
      activity('C', 2, 'B'),
      activity('D', 1),
    ]);
    const found = scheduled(plan);
    assert.deepEqual(found.cyclic, ['T-A', 'T-B']);
    assert.deepEqual(
      [...found.tasks.values()].map(({ uid, es, bestCase }) => [uid, es, bestCase]),
      [
        ['T-C', 0, true],
        ['T-D', 0, false],
      ],
    );
  });

  it('calls everything after a block without an end the best case', () => {
    const blocked = { category: 'blocked' } as const;
    const plan = aPlan([
      activity('A', 1, '', blocked),
      activity('B', 1, 'A'),
      activity('C', 1, '', { ...blocked, until: '2026-03-04' }),
      activity('D', 1, 'C'),
    ]);
    assert.deepEqual(
      [...scheduled(plan).tasks.values()].map(({ es, bestCase }) => [es, bestCase]),
      [
        [0, true],
        [1, true],
        [2, false],
        [3, false],
      ],
    );
  });

  it('assumes the median estimate, from five estimates on', () => {
    const tasks = [1, 2, 4, 5, 9].map(length => activity(`E${length}`, length));
    const few = scheduled(aPlan([...tasks.slice(1), aTask('T-0')]));
    const enough = scheduled(aPlan([...tasks, aTask('T-0')]));
    assert.deepEqual([few.assumedDays, few.assumed], [3, 0.2]);
    assert.deepEqual([enough.assumedDays, enough.tasks.get(aTask('T-0').uid)?.ef], [4, 4]);
    assert.equal(scheduled(aPlan([aTask('T-0')])).assumedDays, 3);
  });

  it('has nothing to say about a plan without open tasks', () => {
    const found = scheduled(
      aPlan([activity('A', 1, '', { category: 'done' })], {}, { milestones: [milestone('M1')] }),
    );
    assert.deepEqual(
      [found.finish, found.path, found.tasks.size, found.milestones.size],
      [undefined, [], 0, 0],
    );
  });
});

import assert from 'node:assert/strict';
import type { Observed } from '../../../../../src/core/evidence/link';
import { assess } from '../../../../../src/core/insight/findings/assessment';
import type { ChecklistItem, Task } from '../../../../../src/core/plan/model';
import type { PlanSettings } from '../../../../../src/core/plan/settings';
import { riskRows } from '../../../../../src/present/rows/riskRows';
import { say } from '../../../../../src/words/say';
import { activity, days } from '../../../../support/networks';
import { aPlan } from '../../../../support/planBuilder';
import { figuresOf } from '../../../../support/planFigures';
import { aMilestone, aSnapshot } from '../../../../support/snapshotBuilder';
import { insightOf } from '../../../../support/insightOf';

/** A Tuesday: 18 working days after Thursday the 5th of February, that one included. */
const TODAY = '2026-03-03';
const seconds = (day: string): number => Date.parse(`${day}T12:00:00Z`) / 1000;

const worked = (more: Partial<Observed> = {}): Observed => ({
  state: 'started',
  firstWork: seconds('2026-02-05'),
  lastWork: seconds('2026-03-02'),
  unmerged: [],
  landedTimes: [],
  openCommits: 1,
  ...more,
});

const criterion = (checked: boolean): ChecklistItem => ({
  text: 'It works',
  checked,
  list: 'criteria',
  file: 'plan/tasks/a.md',
  line: 9,
});

const active = (fields: Partial<Task> = {}): Task =>
  activity('A', 6.7, '', { category: 'active', status: 'In progress', ...fields });

function said(task: Task, observed: Observed = worked(), settings: Partial<PlanSettings> = {}): string[] {
  const milestones = [aMilestone('M')];
  const figures = figuresOf(aPlan([task], settings, { milestones }), {
    today: TODAY,
    observed: new Map([[task.key, observed]]),
  });
  return assess({ ...figures, overloads: [] }).findings.map(
    ({ id, reasons }) => `${id}: ${reasons.map(say).join('; ')}`,
  );
}

describe('an estimate that is used up', () => {
  it('is found on an active task without progress, and asks how much is left', () => {
    assert.deepEqual(said(active()), [
      'used-up: In progress for 18 working days, estimated at 6.7: how much is left?',
    ]);
    assert.deepEqual(said(active({ checklist: [criterion(false), criterion(false)] })), [
      'used-up: In progress for 18 working days, estimated at 6.7, 0 of 2 criteria met: how much is left?',
    ]);
  });

  it('is none where the plan says how much is left, or a criterion is checked', () => {
    assert.deepEqual(said(active({ remaining: days(6) })), []);
    assert.deepEqual(said(active({ spent: days(3) })), []);
    assert.deepEqual(said(active({ checklist: [criterion(true), criterion(false)] })), []);
  });

  it('reckons with the time that people have', () => {
    const people = [{ id: '@ana', name: 'Ana', emails: [], capacity: 0.3, off: [] }];
    assert.deepEqual(said(active({ assignees: ['@ana'] }), worked(), { people }), []);
    assert.equal(said(active({ assignees: ['@li'] }), worked(), { people }).length, 1);
  });

  it('is left to the findings about what has landed, and about what nobody works on', () => {
    assert.deepEqual(said(active(), worked({ lastWork: seconds('2026-02-13') })), []);
    assert.deepEqual(said(active(), worked({ state: 'landed', lastLanded: seconds('2026-02-20') })), []);
    assert.deepEqual(said(active(), worked({ state: 'closed' })), []);
    assert.equal(said(active(), worked({ state: 'landed', lastLanded: seconds('2026-03-02') })).length, 1);
    assert.deepEqual(said(active({ category: 'open' })), []);
  });

  it('is a reason of what is said of the dates of the task', () => {
    assert.deepEqual(said(active({ due: '2026-02-27' })), [
      'overdue: Overdue since 27 Feb 2026, by 4 days; In progress for 18 working days, estimated at 6.7: how much is left?',
    ]);
  });

  it('has a row that offers the remedy', () => {
    const tasks = [active({ id: 'APP-1', key: 'APP-1', uid: 'APP-1', due: '2026-02-27' })];
    const snapshot = aSnapshot([{ tasks }]);
    const [facts] = snapshot.plans;
    assert.ok(facts);
    const observed = new Map([['APP-1', worked()]]);
    const evidence = { byTask: new Map(), byCommit: new Map(), branches: [], observed, lost: [] };
    const insight = insightOf({ ...facts, evidence, today: TODAY });
    const rows = riskRows({ ...snapshot, insight: new Map([[facts.plan.uid, insight]]) });
    const contexts = rows.flatMap(row => row.children()).map(({ context }) => context);
    assert.ok(contexts.includes('finding:overdue:setRemaining:setDue:setDone'), contexts.join(' '));
  });
});

import assert from 'node:assert/strict';
import type { ForecastDates } from '../../../../../src/core/insight/forecast/forecastResult';
import { assess } from '../../../../../src/core/insight/findings/assessment';
import type { Milestone, Plan, Task } from '../../../../../src/core/plan/model';
import { activity, EVERY_DAY } from '../../../../support/networks';
import { aPlan } from '../../../../support/planBuilder';
import { aForecast, figuresOf, MONDAY, STARTED } from '../../../../support/planFigures';
import { aMilestone } from '../../../../support/snapshotBuilder';

/** `severity id subject: reason args; …` of the findings with an id. */
function findings(plan: Plan, id: string, more: Parameters<typeof figuresOf>[1] = {}): string[] {
  return assess({ ...figuresOf(plan, more), overloads: [] })
    .findings.filter(finding => finding.id === id)
    .map(({ severity, subject, reasons }) => {
      const why = reasons.map(({ code, args }) => [code, ...args].join(' ')).join('; ');
      return `${severity} ${subject.id}: ${why}`;
    });
}

const ownersOf = (owned: number, others: readonly Partial<Milestone>[]): Milestone[] => [
  ...Array.from({ length: owned }, (_, i) => aMilestone(`O-${i}`, { owner: '@ana' })),
  ...others.map((fields, i) => aMilestone(`N-${i}`, fields)),
];

describe('P85 past due', () => {
  const found = (dates: ForecastDates, due = '2026-03-20', fields: Partial<Milestone> = {}) => {
    const plan = aPlan([activity('A', 1, '', { milestone: 'M-1' })], EVERY_DAY, {
      milestones: [aMilestone('M-1', { due, ...fields })],
    });
    return findings(plan, 'p85-past-due', { forecast: aForecast({ 'M-1': dates }) });
  };

  it('is nothing until the due date itself, and a warning from the day after', () => {
    assert.deepEqual(found({ p50: '2026-03-18', p85: '2026-03-20' }), []);
    assert.deepEqual(found({ p50: '2026-03-20', p85: '2026-03-21' }), [
      'warning M-1: p85-past-due 2026-03-21 2026-03-20',
    ]);
  });

  it('is an error when P50 is late, too', () => {
    assert.deepEqual(found({ p50: '2026-03-21', p85: '2026-03-25' }), [
      'error M-1: p85-past-due 2026-03-25 2026-03-20; p50-late 2026-03-21',
    ]);
  });

  it('is there without a date when too few runs end, but for what is due beyond them', () => {
    assert.deepEqual(found({ p50: '2026-03-18' }), ['warning M-1: p85-past-due  2026-03-20']);
    assert.deepEqual(found({}, '2028-02-27'), ['error M-1: p85-past-due  2028-02-27; p50-late ']);
    assert.deepEqual(found({}, '2028-02-28'), []);
  });

  it('leaves the word to what is worse, and says nothing of what is over', () => {
    // The due date has passed.
    assert.deepEqual(found({ p50: '2026-03-18', p85: '2026-03-20' }, '2026-03-01'), []);
    assert.deepEqual(found({ p85: '2026-03-25' }, '2026-03-20', { status: 'done' }), []);
    assert.deepEqual(found({ p85: '2026-03-25' }, '2026-03-20', { status: 'dropped' }), []);
  });

  it('can be dismissed', () => {
    const dismissed = [{ finding: 'p85-past-due', reason: 'known' }];
    assert.deepEqual(found({ p50: '2026-03-18', p85: '2026-03-21' }, '2026-03-20', { dismissed }), []);
  });
});

describe('no owner', () => {
  /** Due in 14 days. */
  const SOON = '2026-03-16';

  it('is found in a milestone that is due within 14 days, or under way', () => {
    const of = (fields: Partial<Milestone>) =>
      findings(aPlan([], EVERY_DAY, { milestones: ownersOf(3, [fields]) }), 'no-owner');
    const missing = ['info N-0: no-owner'];
    assert.deepEqual(of({ status: 'planned', due: SOON }), missing);
    assert.deepEqual(of({ status: 'planned', due: '2026-03-17' }), []);
    assert.deepEqual(of({ status: 'planned' }), []);
    assert.deepEqual(of({ status: 'active' }), missing);
    assert.deepEqual(of({ status: 'done', due: SOON }), []);
  });

  it('is found only where seven of ten milestones have one', () => {
    const count = (owned: number, others: number) => {
      const milestones = ownersOf(owned, Array<Partial<Milestone>>(others).fill({ due: SOON }));
      return findings(aPlan([], EVERY_DAY, { milestones }), 'no-owner').length;
    };
    assert.deepEqual([count(7, 3), count(6, 3), count(1, 0), count(2, 1)], [3, 0, 0, 0]);
  });

  it('is found in a task that is begun or due soon, where seven of ten of those begun are somebody’s', () => {
    const begun = (name: string, fields: Partial<Task> = {}) =>
      activity(name, 1, '', { category: 'active', ...fields });
    const somebodys = (count: number) =>
      Array.from({ length: count }, (_, i) => begun(`S${i}`, { assignees: ['@ana'] }));
    const of = (tasks: Task[]) =>
      findings(aPlan(tasks, EVERY_DAY), 'no-owner').map(text => text.slice(0, 10));
    assert.deepEqual(of([...somebodys(4), begun('X')]), ['info T-X: ']);
    // Four show no custom; three of five are too few.
    assert.deepEqual(of([...somebodys(3), begun('X')]), []);
    assert.deepEqual(of([...somebodys(3), begun('X'), begun('Y')]), []);
    const due = (day: string) => activity('X', 1, '', { due: day });
    assert.deepEqual(of([...somebodys(5), due(SOON)]), ['info T-X: ']);
    assert.deepEqual(of([...somebodys(5), due('2026-03-17')]), []);
  });

  it('is not found in the subtask of what is somebody’s, and is when only git has seen work', () => {
    const somebodys = Array.from({ length: 5 }, (_, i) =>
      activity(`S${i}`, 1, '', { category: 'active', assignees: ['@ana'] }),
    );
    const below = activity('X', 1, '', { category: 'active', parent: 'T-S0' });
    assert.deepEqual(findings(aPlan([...somebodys, below], EVERY_DAY), 'no-owner'), []);
    const quiet = aPlan([...somebodys, activity('X', 1)], EVERY_DAY);
    assert.deepEqual(findings(quiet, 'no-owner'), []);
    const observed = new Map([['T-X', STARTED]]);
    assert.deepEqual(findings(quiet, 'no-owner', { observed, today: MONDAY }), ['info T-X: no-owner']);
  });
});

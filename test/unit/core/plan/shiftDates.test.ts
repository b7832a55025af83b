import assert from 'node:assert/strict';
import { shiftDates, shiftedDay, typedShifts } from '../../../../src/core/plan/shiftDates';
import { shiftOf, shiftPicks, shiftQuestion } from '../../../../src/present/gestures/shiftQuestion';
import { gestureSentences } from '../../../../src/words/gestures';
import { learn, say } from '../../../../src/words/say';
import { aMilestone } from '../../../support/panel/handMade';
import { aPlan, aTask } from '../../../support/planBuilder';

learn(gestureSentences);

const CALENDAR = { workweek: [1, 2, 3, 4, 5], holidays: [{ from: '2026-12-24', to: '2026-12-26' }] };

describe('a shift of dates', () => {
  it('is understood as people type it', () => {
    assert.deepEqual(typedShifts('+2w'), [{ count: 14, unit: 'days' }]);
    assert.deepEqual(typedShifts('- 1 week'), [{ count: -7, unit: 'days' }]);
    assert.deepEqual(typedShifts('-3d'), [
      { count: -3, unit: 'days' },
      { count: -3, unit: 'workdays' },
    ]);
    assert.deepEqual(typedShifts('5wd'), [{ count: 5, unit: 'workdays' }]);
    for (const nothing of ['', '0d', 'friday', '+2m', '9999w', '+']) {
      assert.deepEqual(typedShifts(nothing), [], nothing);
    }
  });

  it('goes by the calendar, or over weekends and days off to a working day', () => {
    // Friday 18 December 2026; Thursday 24 and Friday 25 are off.
    assert.equal(shiftedDay('2026-12-18', { count: 7, unit: 'days' }, CALENDAR), '2026-12-25');
    assert.equal(shiftedDay('2026-12-18', { count: 1, unit: 'workdays' }, CALENDAR), '2026-12-21');
    assert.equal(shiftedDay('2026-12-18', { count: 4, unit: 'workdays' }, CALENDAR), '2026-12-28');
    assert.equal(shiftedDay('2026-12-28', { count: -1, unit: 'workdays' }, CALENDAR), '2026-12-23');
    assert.match(
      shiftedDay('2026-12-18', { count: 1, unit: 'workdays' }, { workweek: [], holidays: [] }),
      /^20\d\d-/,
    );
  });

  it('moves what is open: a milestone with its tasks, each once, and no start that lies behind', () => {
    const milestone = aMilestone('beta', { due: '2026-12-18', start: '2026-11-02' });
    const tasks = [
      aTask('APP-1', {
        milestone: milestone.key,
        start: '2026-12-07',
        due: '2026-12-11',
        until: '2026-12-08',
      }),
      aTask('APP-2', {
        milestone: milestone.key,
        category: 'active',
        start: '2026-11-16',
        due: '2026-12-10',
      }),
      aTask('APP-3', { milestone: milestone.key, category: 'done', due: '2026-12-01' }),
      aTask('APP-4', { due: '2026-12-09' }),
    ];
    const [first] = tasks;
    assert.ok(first);
    const plan = aPlan(tasks, {}, { milestones: [milestone] });
    const moved = shiftDates(plan, [milestone, first], { count: 7, unit: 'days' }, '2026-11-20');
    assert.deepEqual(
      moved.map(({ item, field, to }) => [item.id, field, to]),
      [
        [milestone.id, 'due', '2026-12-25'],
        ['APP-1', 'start', '2026-12-14'],
        ['APP-1', 'due', '2026-12-18'],
        ['APP-1', 'until', '2026-12-15'],
        ['APP-2', 'due', '2026-12-17'],
      ],
    );
    const [row] = shiftPicks(moved);
    assert.equal(row?.picked, true);
    assert.match(say(row?.description ?? ''), /^due date: Fri 18 Dec.* → Fri 25 Dec/);
  });

  it('is offered in both readings, and the answer stands for the one that was picked', () => {
    const rows = (typed: string) =>
      shiftQuestion()
        .rows(typed)
        .map(({ label, value }) => [say(label), value.kind === 'value' ? shiftOf(value.text) : value.kind]);
    assert.deepEqual(rows('3'), [
      ['3 days later', { count: 3, unit: 'days' }],
      ['3 working days later', { count: 3, unit: 'workdays' }],
    ]);
    assert.deepEqual(rows('-1w'), [['1 week earlier', { count: -7, unit: 'days' }]]);
    assert.deepEqual(rows('soon'), [['Not understood: soon', 'unclear']]);
  });
});

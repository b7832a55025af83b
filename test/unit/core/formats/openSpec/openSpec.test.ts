import assert from 'node:assert/strict';
import { finish } from '../../../../../src/core/base/steps';
import { progressSteps } from '../../../../../src/core/insight/progress/progress';
import { fixture, malformed, OPEN_SPEC, planOf, problemsOf, task, tasksOf } from '../boxes/boxPlans';

describe('OpenSpec', () => {
  const plan = planOf(OPEN_SPEC, fixture('openSpec', OPEN_SPEC));

  it('has every change as a milestone, done when it is archived', () => {
    assert.deepEqual(
      plan.milestones.map(({ id, status, file }) => [id, status, file]),
      [
        ['add-dark-mode', 'planned', 'openspec/changes/add-dark-mode/tasks.md'],
        ['fix-crash', 'planned', 'openspec/changes/approved/fix-crash/tasks.md'],
        ['add-search', 'done', 'openspec/changes/archive/2026-01-15-add-search/tasks.md'],
      ],
    );
  });

  it('has the numbered lines as tasks; what is archived is done', () => {
    assert.deepEqual(tasksOf(plan), [
      'ADD-DARK-MODE/1.1 done: Create ThemeContext',
      'ADD-DARK-MODE/1.2 open: Add CSS variables',
      'ADD-DARK-MODE/2.1 open: Add the toggle',
      'ADD-DARK-MODE/WRITE-THE-RELEASE-NOTE open: Write the release note',
      'FIX-CRASH/1.1 open: Guard the empty list',
      'ADD-SEARCH/1.1 done: Build the index',
      'ADD-SEARCH/1.2 done: Tune the ranking',
    ]);
    assert.deepEqual(task(plan, 'ADD-DARK-MODE/2.1').labels, ['Settings']);
    assert.deepEqual(problemsOf(plan), []);
  });

  it('keeps the ids of a change when it is archived', () => {
    const text = '- [x] 1.1 A\n';
    const before = planOf(OPEN_SPEC, { 'openspec/changes/one/tasks.md': text });
    const after = planOf(OPEN_SPEC, { 'openspec/changes/archive/2026-02-03-one/tasks.md': text });
    assert.deepEqual([before.tasks[0]?.uid, after.tasks[0]?.uid], ['ONE/1.1', 'ONE/1.1']);
  });

  it('tells an archived change from a new one of the same name', () => {
    const both = planOf(OPEN_SPEC, {
      'openspec/changes/one/tasks.md': '- [ ] 1.1 A\n',
      'openspec/changes/archive/2026-02-03-one/tasks.md': '- [x] 1.1 A\n',
    });
    assert.deepEqual(
      both.tasks.map(({ id }) => id),
      ['2026-02-03-one/1.1', 'one/1.1'],
    );
    assert.deepEqual(problemsOf(both), []);
  });

  it('counts nothing of a change for another one of the same name, wherever and however it is written', () => {
    const all = planOf(OPEN_SPEC, {
      'openspec/changes/one/tasks.md': '- [ ] 1.1 A\n',
      'openspec/changes/approved/one/tasks.md': '- [x] 1.1 A\n- [x] 1.2 B\n',
      'openspec/changes/archive/2026-02-03-One/tasks.md': '- [x] 1.1 A\n',
      'openspec/changes/proposed/two/tasks.md': '- [ ] 1.1 A\n',
    });
    const { milestones } = finish(progressSteps(all));
    assert.deepEqual(
      all.milestones.map(({ id, key }) => [id, milestones.get(key)?.total]),
      [
        ['approved/one', 2],
        ['2026-02-03-One', 1],
        ['one', 1],
        ['two', 1],
      ],
    );
    assert.deepEqual(problemsOf(all), []);
  });

  it('refuses to reopen what is archived', async () => {
    const { edit } = await OPEN_SPEC.format.writing();
    const archived = task(plan, 'ADD-SEARCH/1.1');
    const path = archived.file;
    assert.deepEqual(
      edit(
        '## 1. Index\n- [x] 1.1 Build the index\n',
        archived,
        { kind: 'set', field: 'status', value: 'To do' },
        { plan, path, now: 0 },
      ),
      { ok: false, refusal: { code: 'field-unsupported', args: ['status', 'OpenSpec'] } },
    );
  });

  it('reads what it can of a malformed file', () => {
    const broken = planOf(OPEN_SPEC, { [OPEN_SPEC.path]: malformed('openspec.md') });
    assert.deepEqual(tasksOf(broken), [
      'ADD-DARK-MODE/1.1 open: 1.1',
      'ADD-DARK-MODE/1.1 open: Twice',
      'ADD-DARK-MODE/1-2-ODD-NUMBER open: 1..2 Odd number',
      'ADD-DARK-MODE/1.4 open: code',
      'ADD-DARK-MODE/ITEM open: ',
    ]);
    assert.deepEqual(problemsOf(broken), [
      `warning 1 duplicate-id add-dark-mode/1.1 ${OPEN_SPEC.path}`,
      `warning 2 duplicate-id add-dark-mode/1.1 ${OPEN_SPEC.path}`,
    ]);
  });
});

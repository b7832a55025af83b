import assert from 'node:assert/strict';
import { CHECKLIST, fixture, malformed, planOf, problemsOf, task, tasksOf } from '../boxes/boxPlans';

describe('plain checklist', () => {
  const plan = planOf(CHECKLIST, fixture('checklist', CHECKLIST));

  it('has headings with boxes as milestones', () => {
    assert.deepEqual(
      plan.milestones.map(({ id, title, line }) => [id, title, line]),
      [
        ['filer', 'Filer', 0],
        ['beta', 'Beta', 4],
        ['later', 'Later', 20],
      ],
    );
  });

  it('has boxes as tasks, told by their own id or by their title', () => {
    assert.deepEqual(tasksOf(plan), [
      'FILER/BEFORE-EVERYTHING open: Before everything',
      'BETA/WRITE-THE-PARSER done: Write the parser',
      'SHIP open: Ship it',
      'SHIP/TAG open: Tag',
      'SHIP/TAG/SIGN dropped: Sign',
      'DOCS open: Write docs',
      'TESTS active: Add tests',
      'BETA/WRITE-DOCS open: Write docs',
      'LATER/REST-2026-13-99 open: Rest 📅 2026-13-99',
    ]);
    assert.deepEqual(problemsOf(plan), []);
    assert.equal(task(plan, 'SHIP/TAG/SIGN').parent, 'SHIP/TAG');
    assert.equal(task(plan, 'SHIP/TAG/SIGN').milestone, 'BETA');
  });

  it('reads the marks of Obsidian Tasks through no-break spaces and variation selectors', () => {
    const { due, priority, dependsOn } = task(plan, 'SHIP');
    assert.deepEqual(
      [due, priority, dependsOn.map(({ key }) => key)],
      ['2026-02-01', 'high', ['DOCS', 'TESTS']],
    );
    assert.deepEqual([task(plan, 'DOCS').start, task(plan, 'DOCS').due], ['2026-01-10', '2026-01-20']);
    assert.equal(task(plan, 'TESTS').priority, 'low');
  });

  it('keeps the uid of a task when lines come before it', () => {
    const before = planOf(CHECKLIST, { 'ROADMAP.md': '## A\n- [ ] One\n- [ ] Two\n' });
    const after = planOf(CHECKLIST, { 'ROADMAP.md': '# T\n\n## A\n- [ ] New\n- [x] Two\n' });
    assert.deepEqual([before.tasks[1]?.uid, after.tasks[1]?.uid], ['A/TWO', 'A/TWO']);
  });

  it('has the lanes of a board as statuses; a tick beats them', () => {
    const at = { ...CHECKLIST, folder: 'board.md' };
    const board = planOf(at, fixture('checklist', at));
    assert.deepEqual(
      board.tasks.map(({ title, status, category, due }) => [title, status, category, due]),
      [
        ['Colours', 'Ideas', 'open', undefined],
        ['Layout', 'Doing', 'active', '2026-03-01'],
        ['Fonts', 'Done', 'done', undefined],
        ['Logo', 'Done', 'done', undefined],
        ['Name', 'Done', 'done', undefined],
        ['Sketch', 'Done', 'done', undefined],
      ],
    );
    assert.deepEqual(board.milestones, []);
    assert.deepEqual(
      board.settings.statuses.map(({ name }) => name),
      ['Ideas', 'Doing', 'Done', 'Archive'],
    );
  });

  it('reads what it can of a malformed file', () => {
    const broken = planOf(CHECKLIST, { 'ROADMAP.md': malformed('checklist.md') });
    assert.deepEqual(tasksOf(broken), [
      'NO-END/2026-99-99 open: 📅 2026-99-99 🆔 ⛔ ,,',
      'NO-END/ITEM open: ',
      'NO-END/ITEM~2 open: 🎉',
      'NO-END/ITEM~3 done: ⏫⏫⏫',
      'A open: 🆔 a 🆔 b',
      'NO-END/WHAT open: what',
    ]);
  });
});

describe('the dates of a checklist', () => {
  it('are none where another tool wrote its last day, and a problem beyond all bounds', () => {
    const plan = planOf(CHECKLIST, {
      'ROADMAP.md': '## Now\n\n- [ ] Sail 📅 9999-12-31\n- [ ] Row 🛫 1026-01-02\n',
    });
    assert.deepEqual(
      plan.tasks.map(({ title, start, due }) => [title, start, due]),
      [
        ['Sail', undefined, undefined],
        ['Row 🛫 1026-01-02', undefined, undefined],
      ],
    );
    assert.deepEqual(
      plan.problems.map(({ message }) => message.args),
      [
        ['9999-12-31', 1],
        ['🛫', '1026-01-02', '1970-01-01..2199-12-31'],
      ],
    );
  });
});

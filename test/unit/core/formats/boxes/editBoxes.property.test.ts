import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FormatWriting } from '../../../../../src/core/formats/format';
import type { Change } from '../../../../../src/core/plan/change';
import type { Plan, Task } from '../../../../../src/core/plan/model';
import { applyEdits } from '../../../../../src/core/base/text';
import { CHECKLIST, GSD, OPEN_SPEC, planOf, SPEC_KIT } from './boxPlans';

const mark = fc.constantFrom(' ', 'x', 'X', '/', '-', '?', '🎉');
const words = fc.oneof(
  fc.constantFrom(
    'Write docs',
    'Ship it 📅 2026-02-01',
    'a 🆔 dx',
    '**bold** `code`',
    '[a](b.md)',
    'ü 😀',
    '',
  ),
  fc.string({ maxLength: 12 }).map(text => text.replace(/[\r\n]/g, ' ')),
);
const names = {
  'spec-kit': fc.constantFrom('T001 ', 'T002 [P] ', 'T2 [US1] ', '', '**T003** '),
  openspec: fc.constantFrom('1.1 ', '1.2 ', '2. ', '', '3.1.1 '),
  gsd: fc.constantFrom('01-01-PLAN.md — ', '01-02: ', '02.1-01 ', '', '**Phase 1: A** - '),
  checklist: fc.constantFrom('', ''),
};
const other = fc.constantFrom(
  '',
  '# Title',
  '## Phase 1: Setup',
  '### Phase 2: More',
  '**Depends on**: Phase 1',
  'Words.',
  '> - [ ] quoted',
  '```',
  '%% kanban:settings',
  '| a | b |',
);
const BOARD = ['---', 'kanban-plugin: board', '---', ''];

describe('a tick', () => {
  for (const at of [SPEC_KIT, OPEN_SPEC, GSD, CHECKLIST]) {
    const id = at.recogniser.id as keyof typeof names;
    const line = fc
      .tuple(fc.constantFrom('', '  ', '    '), fc.constantFrom('-', '*', '1.'), mark, names[id], words)
      .map(([indent, bullet, box, name, text]) => `${indent}${bullet} [${box}] ${name}${text}`);
    const text = fc
      .tuple(
        fc.array(fc.oneof({ weight: 3, arbitrary: line }, other), { minLength: 1, maxLength: 14 }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.boolean(),
      )
      .map(([lines, eol, bom, board]) =>
        [
          ...(bom ? ['\ufeff'] : []),
          [...(board && id === 'checklist' ? BOARD : []), ...lines].join(eol),
          eol,
        ].join(''),
      );

    let writing: FormatWriting;
    before(async () => {
      writing = await at.format.writing();
    });

    it(`changes exactly one character, and the model follows (${id})`, () => {
      let ticks = 0;
      fc.assert(
        fc.property(text, fc.nat(), fc.boolean(), (source, choice, done) => {
          const plan = planOf(at, { [at.path]: source });
          const task = plan.tasks[choice % Math.max(1, plan.tasks.length)];
          if (!task) {
            return;
          }
          const value = plan.settings.statuses.find(
            ({ category }) => category === (done ? 'done' : 'open'),
          )?.name;
          const change: Change = { kind: 'set', field: 'status', value };
          const result = writing.edit(source, task, change, { plan, path: at.path, now: 0 });
          if (!result.ok) {
            // Only a lane that is not open can keep a task from being opened.
            assert.equal(result.refusal.code, 'field-unsupported');
            assert.ok(source.includes(BOARD[1] ?? ''));
            return;
          }
          ticks += result.edits.length;
          const after = applyEdits(source, result.edits);
          const next = planOf(at, { [at.path]: after });
          const changed = next.tasks[plan.tasks.indexOf(task)];
          assert.equal(changed?.category, done ? 'done' : 'open');
          assert.deepEqual(others(next, changed), others(plan, task));
          assert.deepEqual({ ...changed, status: 0, category: 0 }, { ...task, status: 0, category: 0 });
          assert.ok([...after].length === [...source].length);
          assert.ok([...after].filter((char, index) => char !== [...source][index]).length <= 1);
        }),
        { numRuns: 300 },
      );
      assert.ok(ticks > 50, `only ${ticks} ticks`);
    });

    it(`is the only edit (${id})`, () => {
      const source = '## Phase 1: A\n- [ ] T001 1.1 01-01: One\n';
      const plan = planOf(at, { [at.path]: source });
      const [task] = plan.tasks;
      assert.ok(task);
      for (const change of [
        { kind: 'set', field: 'due', value: '2026-01-01' },
        { kind: 'set', field: 'estimate', value: '3d' },
        { kind: 'setList', field: 'assignees', value: ['@a'] },
        { kind: 'link', commits: [{ hash: 'a'.repeat(40), date: '2026-01-01', subject: 's' }] },
      ] as const) {
        const result = writing.edit(source, task, change, { plan, path: at.path, now: 0 });
        assert.equal(!result.ok && result.refusal.code, 'field-in-overlay');
      }
      const title = { kind: 'set', field: 'title', value: 'x' } as const;
      const renamed = writing.edit(source, task, title, { plan, path: at.path, now: 0 });
      assert.equal(!renamed.ok && renamed.refusal.code, 'field-unsupported');
      const gone = writing.edit(
        'nothing\n',
        task,
        { kind: 'set', field: 'status', value: 'Done' },
        { plan, path: at.path, now: 0 },
      );
      assert.equal(!gone.ok && gone.refusal.code, 'item-gone');
    });

    it(`finds its line after lines came before it (${id})`, () => {
      const source = '## Phase 1: A\n- [ ] T001 One\n- [ ] T002 Two\n';
      const plan = planOf(at, { [at.path]: source });
      const task = plan.tasks.at(-1);
      assert.ok(task);
      const moved = source.replace('- [ ] T001', '- [ ] T000 New\n- [ ] T001');
      const result = writing.edit(
        moved,
        task,
        { kind: 'set', field: 'status', value: 'Done' },
        { plan, path: at.path, now: 0 },
      );
      assert.ok(result.ok);
      assert.equal(applyEdits(moved, result.edits), moved.replace('- [ ] T002', '- [x] T002'));
    });
  }
});

function others(plan: Plan, task: Task | undefined): unknown[] {
  return plan.tasks.filter(one => one !== task);
}

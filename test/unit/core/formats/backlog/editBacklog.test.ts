import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editBacklog } from '../../../../../src/core/formats/backlog/editBacklog';
import type { Change } from '../../../../../src/core/plan/change';
import type { ListField, ScalarField } from '../../../../../src/core/plan/fields/fields';
import { applyEdits } from '../../../../../src/core/base/text';
import { FIXTURE, loadTexts, planOf } from './loadPlan';

const TEXTS = loadTexts(FIXTURE);
const PLAN = planOf(TEXTS);
/** 2026-04-05 06:07 UTC. */
const NOW = Date.UTC(2026, 3, 5, 6, 7, 59) / 1000;

function pathOf(name: string): string {
  const path = Object.keys(TEXTS).find(one => one.includes(`/${name}`));
  assert.ok(path);
  return path;
}

function tryEdit(name: string, id: string, change: Change, text = TEXTS[pathOf(name)] ?? '') {
  const context = { plan: PLAN, path: pathOf(name), now: NOW };
  return editBacklog(text, { kind: 'task', id, line: 1 }, change, context);
}

function edit(name: string, id: string, change: Change): string {
  const result = tryEdit(name, id, change);
  assert.ok(result.ok, JSON.stringify(result));
  return applyEdits(TEXTS[pathOf(name)] ?? '', result.edits);
}

describe('edits of Backlog.md files', () => {
  const stamped = (text: string) => text.replace('2026-01-06 10:30', '2026-04-05 06:07');
  const before = TEXTS[pathOf('back-1 ')] ?? '';

  it('set the time of the change in the same edit, in quotes as they stand', () => {
    assert.equal(
      edit('back-1 ', 'back-001', { kind: 'set', field: 'status', value: 'in review' }),
      stamped(before).replace('In Progress', 'In Review'),
    );
    assert.deepEqual(tryEdit('back-1 ', 'BACK-1', { kind: 'set', field: 'status', value: 'In Progress' }), {
      ok: true,
      edits: [],
    });
  });

  it('set a priority that the tool knows', () => {
    const result = edit('back-2 ', 'BACK-2', { kind: 'set', field: 'priority', value: 'High' });
    assert.match(result, /^priority: high$/m);
  });

  it('give no time to a file that has none', () => {
    const text = TEXTS[pathOf('back-2 ')] ?? '';
    assert.equal(
      edit('back-2 ', 'BACK-2', { kind: 'setList', field: 'dependsOn', value: ['BACK-1', 'back-3'] }),
      text.replace('[task-1]', '[task-1, BACK-3]'),
    );
  });

  it('write the id of a dependency that is named by an alias', () => {
    const plan = { ...PLAN, otherIds: new Map([['SHOP-12', 'BACK-3']]) };
    const text = TEXTS[pathOf('back-2 ')] ?? '';
    const result = editBacklog(
      text,
      { kind: 'task', id: 'BACK-2', line: 1 },
      { kind: 'setList', field: 'dependsOn', value: ['task-1', 'shop-12'] },
      { plan, path: pathOf('back-2 '), now: NOW },
    );
    assert.ok(result.ok);
    assert.equal(applyEdits(text, result.edits), text.replace('[task-1]', '[task-1, BACK-3]'));
  });

  it('write due dates as days, and a new key at its place', () => {
    const text = TEXTS[pathOf('back-3.1')] ?? '';
    assert.equal(
      edit('back-3.1', 'BACK-3.1', { kind: 'set', field: 'due', value: '2026-05-06' }),
      text.replace('1.3.26', '2026-05-06'),
    );
    assert.equal(
      edit('back-2 ', 'BACK-2', { kind: 'set', field: 'due', value: '2026-05-06' }),
      (TEXTS[pathOf('back-2 ')] ?? '').replace('labels:', "due_date: '2026-05-06'\nlabels:"),
    );
    // The same day, however it is written, is left alone.
    assert.equal(edit('back-3.1', 'BACK-3.1', { kind: 'set', field: 'due', value: '2026-03-01' }), text);
    assert.equal(
      edit('back-3.1', 'BACK-3.1', { kind: 'set', field: 'milestone', value: 'spring OPENING' }),
      text.replace('dependencies:', 'milestone: m-1\ndependencies:'),
    );
  });

  it('leave a front matter alone whose fields do not stand on lines of their own, or twice', () => {
    const code = (text: string, change: Change) => {
      const result = tryEdit('back-1 ', 'BACK-1', change, text);
      return result.ok ? 'made' : result.refusal.code;
    };
    const status: Change = { kind: 'set', field: 'status', value: 'Done' };
    const label: Change = { kind: 'setList', field: 'labels', value: ['b'] };
    assert.equal(code('---\n{id: BACK-1, status: To Do}\n---\n', status), 'front-matter-layout');
    assert.equal(code('---\n{id: BACK-1, status: To Do}\n---\n', label), 'front-matter-layout');
    const twice = '---\nid: BACK-1\nstatus: To Do\nstatus: Done\n---\n';
    assert.equal(code(twice, { kind: 'set', field: 'status', value: undefined }), 'field-stands-twice');
    assert.equal(code(twice, label), 'made');
  });

  it('tick criteria by one character', () => {
    assert.equal(
      edit('back-1 ', 'BACK-1', {
        kind: 'tick',
        line: 99,
        text: 'two ships never share one',
        checked: true,
      }),
      stamped(before).replace('- [ ] #2', '- [x] #2'),
    );
  });

  it('put links among the references in the order of their hashes', () => {
    const commit = { hash: '5'.repeat(40), date: '2026-04-01', subject: 'Add: it' };
    assert.equal(
      edit('back-1 ', 'BACK-1', { kind: 'link', commits: [commit] }),
      stamped(before).replace("  - 'not-", "  - 'commit:555555555555 2026-04-01 Add: it'\n  - 'not-"),
    );
    const old = { hash: '0a1b2c3d4e5f'.padEnd(40, '0'), date: '2026-01-06', subject: 'Lay out berths' };
    assert.equal(
      edit('back-1 ', 'BACK-1', { kind: 'unlink', commits: [old] }),
      stamped(before).replace("'commit:0a1b", "'not-commit:0a1b"),
    );
  });

  it('refuse a status where the folder says another', () => {
    const set = (folder: string, value: string) => {
      const path = pathOf('back-4 ').replace(/.*\//, `backlog/${folder}/`);
      const asked: Change = { kind: 'set', field: 'status', value };
      const text = TEXTS[pathOf('back-4 ')] ?? '';
      const target = { kind: 'task', id: 'BACK-4', line: 1 } as const;
      const result = editBacklog(text, target, asked, { plan: PLAN, path, now: NOW });
      return result.ok ? 'made' : [result.refusal.code, ...result.refusal.args].join(' ');
    };
    assert.equal(set('completed', 'Done'), 'made');
    assert.equal(set('completed', 'To Do'), 'folder-says-status backlog/completed');
    assert.equal(set('archive/tasks', 'Done'), 'folder-says-status backlog/archive/tasks');
    assert.equal(set('tasks', 'To Do'), 'made');
  });

  it('refuse what the format cannot hold', () => {
    const code = (change: Change, id = 'BACK-1') => {
      const result = tryEdit('back-1 ', id, change);
      return result.ok ? undefined : result.refusal.code;
    };
    assert.equal(code({ kind: 'set', field: 'estimate', value: '3d' }), 'field-in-overlay');
    assert.equal(code({ kind: 'setList', field: 'branches', value: ['x'] }), 'field-in-overlay');
    assert.equal(code({ kind: 'set', field: 'priority', value: 'critical' }), 'value-invalid');
    assert.equal(code({ kind: 'set', field: 'title', value: 'x' }), 'field-unsupported');
    assert.equal(code({ kind: 'set', field: 'status', value: 'Sideways' }), 'value-invalid');
    assert.equal(code({ kind: 'setList', field: 'dependsOn', value: ['BACK-77'] }), 'value-invalid');
    assert.equal(code({ kind: 'setList', field: 'dependsOn', value: ['back-01'] }), 'value-invalid');
    assert.equal(code({ kind: 'set', field: 'due', value: '2026-05-06' }, 'BACK-2'), 'item-gone');
  });

  it('change what they mean and nothing else, and never throw', () => {
    const names = fc.constantFrom(...PLAN.tasks.filter(task => !task.duplicate));
    const change: fc.Arbitrary<Change> = fc.oneof(
      fc.record({
        kind: fc.constant('set' as const),
        field: fc.constantFrom<ScalarField>('status', 'milestone', 'due', 'title'),
        value: fc.option(fc.constantFrom('Done', 'to do', 'm-1', '2026-02-03', ''), { nil: undefined }),
      }),
      fc.record({
        kind: fc.constant('setList' as const),
        field: fc.constantFrom<ListField>('assignees', 'labels', 'dependsOn'),
        value: fc.array(fc.constantFrom('@ana', 'core', 'a: b', 'TASK-1', 'back-3', '42'), { maxLength: 3 }),
      }),
    );
    const damage = fc.tuple(fc.boolean(), fc.nat(), fc.string({ maxLength: 3 }));
    fc.assert(
      fc.property(names, change, damage, (task, asked, [damaged, at, insert]) => {
        const own = TEXTS[task.file] ?? '';
        const start = damaged ? at % (own.length + 1) : 0;
        const text = damaged ? own.slice(0, start) + insert + own.slice(start + 1) : own;
        const context = { plan: PLAN, path: task.file, now: NOW };
        const result = editBacklog(text, { kind: 'task', id: task.id, line: 1 }, asked, context);
        const edited = result.ok ? applyEdits(text, result.edits) : text;
        if (damaged || !result.ok || asked.kind === 'tick' || !('field' in asked)) {
          return;
        }
        const old = planOf({ [task.file]: text }).tasks[0];
        const now = planOf({ [task.file]: edited }).tasks[0];
        const without = (one: typeof old) => {
          const gone = new Set(['line', asked.field, ...(asked.field === 'status' ? ['category'] : [])]);
          const keep = (key: string, value: unknown) => (gone.has(key) ? undefined : value);
          return JSON.parse(JSON.stringify(one, keep)) as unknown;
        };
        assert.deepEqual(without(now), without(old));
        assert.ok(edited.endsWith(text.slice(text.lastIndexOf('\n---'))));
        if (asked.kind === 'setList' && asked.field !== 'dependsOn') {
          assert.deepEqual(new Set(now?.[asked.field as 'labels']), new Set(asked.value));
        }
      }),
      { numRuns: 500 },
    );
  });
});

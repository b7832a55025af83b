import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../../../src/core/base/text';
import { parseDocument } from '../../../../../src/core/documents/parseDocument';
import { editNative } from '../../../../../src/core/formats/native/editNative';
import { readOverlay } from '../../../../../src/core/formats/native/readOverlay';
import type { Change } from '../../../../../src/core/plan/change';
import { aPlan, aTask } from '../../../../support/planBuilder';

const PATH = 'plan/project.md';
const plan = aPlan(
  [aTask('T-1', { file: 'tasks.md', line: 3 }), aTask('T-2', { file: 'tasks.md', line: 4 })],
  { prefix: '' },
  { format: 'openspec', overlays: ['plan'] },
);
const target = { kind: 'task', id: 'T-1', line: 3, file: 'tasks.md' } as const;
const set = (field: 'estimate' | 'due' | 'blocked', value?: string): Change => ({
  kind: 'set',
  field,
  value,
});

/** The front matter behind `for: openspec` after a change; or the code of the refusal. */
function edited(tasks: string, change: Change, id = 'T-1'): string {
  const text = `---\nfor: openspec\n${tasks}---\n\nText\n`;
  const context = { plan, path: PATH, now: 0 };
  const result = editNative(text, { ...target, id, line: id === 'T-1' ? 3 : 4 }, change, context);
  if (!result.ok) {
    return result.refusal.code;
  }
  const after = applyEdits(text, result.edits);
  assert.ok(after.startsWith('---\nfor: openspec\n') && after.endsWith('---\n\nText\n'), after);
  return after.slice('---\nfor: openspec\n'.length, -'---\n\nText\n'.length);
}

describe('fields of a task in an overlay', () => {
  it('begin the tasks where there are none', () => {
    assert.equal(edited('', set('estimate', '3d')), 'tasks:\n  T-1: {estimate: 3d}\n');
    assert.equal(edited('tasks:\n', set('estimate', '3d')), 'tasks:\n  T-1: {estimate: 3d}\n');
    assert.equal(
      edited('rules: {stale: 4d}\n', set('due', '2026-05-04')),
      'rules: {stale: 4d}\ntasks:\n  T-1: {due: 2026-05-04}\n',
    );
  });

  it('join other tasks in their manner', () => {
    const others = 'tasks: # sizes\n    t-2: {estimate: 1d} # known\nkey: X\n';
    assert.equal(
      edited(others, set('estimate', '3d')),
      others.replace('# known\n', '# known\n    T-1: {estimate: 3d}\n'),
    );
    assert.equal(
      edited('tasks: {T-2: {estimate: 1d}}\n', set('estimate', '3d')),
      'tasks: {T-2: {estimate: 1d}, T-1: {estimate: 3d}}\n',
    );
  });

  it('join or replace other fields of the task, in brackets or on lines', () => {
    const flow = 'tasks:\n  t-1: {estimate: 1d, branch: x} # why\n';
    assert.equal(edited(flow, set('estimate', '3d')), flow.replace('1d', '3d'));
    assert.equal(edited(flow, set('due', '2026-05-04')), flow.replace('x}', 'x, due: 2026-05-04}'));
    const block = 'tasks:\n  T-1:\n    estimate: 1d # guess\n    branch: x\n  T-2:\n    estimate: 2d\n';
    assert.equal(edited(block, set('estimate', '3d')), block.replace('1d', '3d'));
    assert.equal(
      edited(block, set('due', '2026-05-04')),
      block.replace(': x\n', ': x\n    due: 2026-05-04\n'),
    );
    assert.equal(edited('tasks:\n  T-1:\n', set('estimate', '3d')), 'tasks:\n  T-1: {estimate: 3d}\n');
  });

  it('go with all that is empty then', () => {
    const flow = 'tasks:\n  T-1: {estimate: 1d, branch: x}\n  T-2: {estimate: 2d}\n';
    assert.equal(edited(flow, set('estimate')), flow.replace('estimate: 1d, ', ''));
    assert.equal(edited(flow, set('estimate'), 'T-2'), flow.replace('  T-2: {estimate: 2d}\n', ''));
    assert.equal(edited('tasks:\n  T-1: {estimate: 1d}\nkey: X\n', set('estimate')), 'key: X\n');
    assert.equal(edited(flow, set('due')), flow);
  });

  it('leave the comments of the people who wrote them', () => {
    const block =
      'tasks:\n  # first\n  T-1:\n    # why\n    estimate: 1d # guess\n  T-2: {estimate: 2d} # known\n';
    assert.equal(
      edited(block, set('estimate')),
      block.replace('T-1:\n', 'T-1: {}\n').replace('estimate: 1d # guess', ' # guess'),
    );
    assert.equal(edited(block, set('estimate'), 'T-2'), block.replace('{estimate: 2d}', '{}'));
    const back = edited(edited(block, set('estimate'), 'T-2'), set('estimate', '4d'), 'T-2');
    assert.equal(back, block.replace('2d', '4d'));
    const alone = 'tasks:\n  # first\n  T-1: {estimate: 1d}\nkey: X\n';
    assert.equal(edited(alone, set('estimate')), alone.replace('{estimate: 1d}', '{}'));
  });

  it('may be lists and links', () => {
    const people = (...value: string[]): Change => ({ kind: 'setList', field: 'assignees', value });
    assert.equal(edited('', people('@ana')), "tasks:\n  T-1: {assignee: '@ana'}\n");
    assert.equal(
      edited("tasks:\n  T-1: {assignee: '@ana'}\n", people('@ana', '@li')),
      "tasks:\n  T-1: {assignee: ['@ana', '@li']}\n",
    );
    const commit = { hash: 'a'.repeat(40), date: '2026-03-04', subject: 'Pay: by [card]' };
    const linked = edited('', { kind: 'link', commits: [commit] });
    assert.equal(linked, "tasks:\n  T-1: {commits: ['aaaaaaaaaaaa 2026-03-04 Pay: by [card]']}\n");
    assert.match(edited(linked, { kind: 'unlink', commits: [commit] }), /\['!aaaaaaaaaaaa 2026-03-04/);
  });

  it('are refused where they have no place or say nothing', () => {
    assert.equal(edited('', { kind: 'set', field: 'status', value: 'Done' }), 'field-unsupported');
    assert.equal(edited('', set('estimate', 'long')), 'value-invalid');
    assert.equal(edited('tasks: later\n', set('estimate', '3d')), 'front-matter-layout');
    assert.equal(edited('tasks: {}\ntasks: {}\n', set('estimate', '3d')), 'field-stands-twice');
  });

  it('are read as they were set, whatever stands around them', () => {
    const value = fc.constantFrom('1d', '2h', '3w');
    const entry = fc.record({ estimate: value, remaining: value }, { requiredKeys: [] });
    const flow = (fields: object) =>
      `{${Object.entries(fields)
        .map(pair => pair.join(': '))
        .join(', ')}}`;
    const block = (fields: object) => {
      const lines = Object.entries(fields).map(pair => `    ${pair.join(': ')}\n`);
      return lines.length === 0 ? '\n' : `\n${lines.join('')}`;
    };
    const read = (tasks: string) => {
      const document = parseDocument(`---\nfor: openspec\n${tasks}---\n`, 'markdown');
      const files = [{ path: PATH, document }];
      const overlay = readOverlay({ root: '', folder: 'plan', files, unreadable: [] });
      const own = overlay?.tasks.find(({ named }) => named.text === 'T-1')?.addition;
      return [own?.estimate, own?.remaining];
    };
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 2 }),
        fc.boolean(),
        fc.option(value, { nil: undefined }),
        (entries, inFlow, estimate) => {
          const lines = entries.map(
            (fields, index) => `  T-${index + 1}:${inFlow ? ` ${flow(fields)}\n` : block(fields)}`,
          );
          const tasks = lines.length === 0 ? '' : `tasks:\n${lines.join('')}`;
          const after = edited(tasks, set('estimate', estimate));
          const wanted = { ...entries[0], estimate };
          const pairs = Object.entries(wanted).filter(([, text]) => text !== undefined);
          assert.deepEqual(read(after), read(`tasks:\n  T-1: ${flow(Object.fromEntries(pairs))}\n`));
        },
      ),
    );
  });
});

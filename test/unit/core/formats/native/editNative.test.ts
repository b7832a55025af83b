import assert from 'node:assert/strict';
import type { Change } from '../../../../../src/core/plan/change';
import { edit, planOf, tryEdit } from './editPlan';

const M1 = 'milestones/m1.md';
const COMMIT = { hash: 'abc123def4567890'.padEnd(40, '0'), date: '2026-03-04', subject: "It's done: a" };

const milestone = (...lines: readonly string[]) =>
  ['---', 'id: m1', '---', '## Tasks', ...lines, ''].join('\n');
const others = {
  'milestones/m2.md': ['## Tasks', ...[2, 3, 4].map(number => `- [ ] APP-${number} x`), ''].join('\n'),
};
const inline = (line: string, change: Change) =>
  edit({ [M1]: milestone(line), ...others }, M1, { kind: 'task', id: 'APP-1' }, change).split('\n')[4];
const set = (line: string, field: string, value?: string) =>
  inline(line, { kind: 'set', field, value } as Change);
const list = (line: string, field: 'assignees' | 'labels' | 'dependsOn', value: readonly string[]) =>
  inline(line, { kind: 'setList', field, value });
const refusal = (change: Change, line = '- [ ] APP-1 x') => {
  const result = tryEdit(
    { [M1]: milestone(line), ...others },
    M1,
    { kind: 'task', id: 'APP-1', line: 4 },
    change,
  );
  return result.ok ? undefined : result.refusal;
};

describe('an inline task', () => {
  it('says its status with the box, and with a word where the box cannot', () => {
    assert.equal(set('- [ ] APP-1 x', 'status', 'done'), '- [x] APP-1 x');
    assert.equal(set('- [ ] APP-1 x @li', 'status', 'in review'), '- [/] APP-1 x @li status:"In review"');
    assert.equal(set('- [/] APP-1 status:"in review" x', 'status', 'In progress'), '- [/] APP-1 x');
    assert.equal(set('- [/] APP-1 x', 'status', 'blocked'), '- [/] APP-1 x status:Blocked');
    assert.equal(set('- [X] APP-1 x', 'status', 'Done'), '- [X] APP-1 x');
  });

  it('has its attributes replaced, added and taken out in place', () => {
    const line = '- [ ] APP-1 one @li  due:2026-01-01 two ';
    assert.equal(set(line, 'due', '2026-02-02'), line.replace('2026-01-01', '2026-02-02'));
    assert.equal(set(line, 'due'), '- [ ] APP-1 one @li two ');
    assert.equal(set(line, 'estimate', '2d/3d/8d'), '- [ ] APP-1 one @li  due:2026-01-01 two est:2d/3d/8d ');
    assert.equal(set('- [ ] APP-1: x !high', 'priority', 'LOW'), '- [ ] APP-1: x !low');
    assert.equal(set('- [ ] APP-1: x !high y', 'title', 'new one'), '- [ ] APP-1: new one !high');
  });

  it('keeps a mistyped attribute when its title changes, and has it replaced by a good one', () => {
    const line = '- [ ] APP-1 one est:3days two due:soon';
    assert.equal(set(line, 'title', 'new'), '- [ ] APP-1 new est:3days due:soon');
    assert.equal(set(line, 'due', '2026-02-02'), '- [ ] APP-1 one est:3days two due:2026-02-02');
    assert.equal(set(line, 'estimate'), '- [ ] APP-1 one two due:soon');
  });

  it('keeps its comment, and writes nothing into it', () => {
    const line = '- [ ] APP-1 one <!-- was due:2026-01-01 -->';
    assert.equal(set(line, 'title', 'new'), line.replace('one', 'new'));
    assert.equal(set(line, 'due', '2026-02-02'), `${line} due:2026-02-02`);
  });

  it('gains and loses people, labels and dependencies', () => {
    assert.equal(list('- [ ] APP-1 x @li @ana', 'assignees', ['Ana', 'bo']), '- [ ] APP-1 x @ana @bo');
    assert.equal(list('- [ ] APP-1 x #a', 'labels', ['a', '#b']), '- [ ] APP-1 x #a #b');
    assert.equal(
      list('- [ ] APP-1 x after:OLD-2,APP-3 y', 'dependsOn', ['APP-2', 'APP-4 + 2d']),
      '- [ ] APP-1 x after:OLD-2 y after:APP-4+2d',
    );
  });

  it('is linked and unlinked by hash', () => {
    const linked = inline('- [ ] APP-1 x !commit:abc123def456', { kind: 'link', commits: [COMMIT] });
    assert.equal(linked, '- [ ] APP-1 x commit:abc123def456');
    assert.equal(
      inline(linked ?? '', { kind: 'unlink', commits: [COMMIT] }),
      '- [ ] APP-1 x !commit:abc123def456',
    );
  });

  it('waits for nothing that waits for it, as a whole or in part', () => {
    const files = { [M1]: milestone('- [ ] APP-1 x\n  - [ ] APP-2 y\n- [ ] APP-3 z after:APP-1') };
    const after = (id: string, line: number, value: string) => {
      const target = { kind: 'task', id, line } as const;
      const result = tryEdit(files, M1, target, { kind: 'setList', field: 'dependsOn', value: [value] });
      return result.ok ? [] : result.refusal.args;
    };
    assert.deepEqual(after('APP-1', 4, 'APP-2'), ['APP-2, APP-1']);
    assert.deepEqual(after('APP-2', 5, 'APP-1'), ['APP-1, APP-2']);
    assert.deepEqual(after('APP-1', 4, 'APP-3'), ['APP-3, APP-1']);
    assert.deepEqual(after('APP-3', 6, 'APP-2'), []);
  });

  it('has no place for some fields, and takes no wrong values', () => {
    assert.deepEqual(refusal({ kind: 'set', field: 'milestone', value: 'm1' }), {
      code: 'line-says-by-place',
      args: ['milestone'],
    });
    assert.deepEqual(refusal({ kind: 'set', field: 'until', value: '2026-02-02' }), {
      code: 'line-without-place',
      args: ['until'],
    });
    assert.deepEqual(refusal({ kind: 'set', field: 'status', value: 'nearly' }), {
      code: 'value-invalid',
      args: ['status', 'nearly', 'To do, In progress, In review, Blocked, Done, Dropped'],
    });
    const [project, own] = [planOf({}), '"Now"'];
    const statuses = [...project.settings.statuses, { name: own, category: 'active' as const }];
    const odd = tryEdit(
      { [M1]: milestone('- [ ] APP-1 x') },
      M1,
      { kind: 'task', id: 'APP-1', line: 4 },
      { kind: 'set', field: 'status', value: own },
      { ...project, settings: { ...project.settings, statuses } },
    );
    assert.deepEqual(odd, {
      ok: false,
      refusal: {
        code: 'value-invalid',
        args: ['status', own, 'To do, In progress, In review, Blocked, Done, Dropped'],
      },
    });
    assert.equal(refusal({ kind: 'set', field: 'due', value: '2026-02-30' })?.code, 'value-invalid');
    assert.equal(refusal({ kind: 'set', field: 'title', value: 'see @li' })?.code, 'title-not-plain');
    assert.equal(refusal({ kind: 'setList', field: 'labels', value: ['two words'] })?.code, 'value-invalid');
    assert.equal(
      refusal({ kind: 'set', field: 'due', value: undefined }, '- [ ] APP-5 x')?.code,
      'item-gone',
    );
  });

  it('waits only for what is there, and never for itself', () => {
    const wait = (value: string, line?: string) =>
      refusal({ kind: 'setList', field: 'dependsOn', value: [value] }, line)?.args;
    assert.deepEqual(wait('APP-2 + x'), ['depends_on', 'APP-2 + x', 'APP-4, APP-4 + 2d']);
    assert.deepEqual(wait('APP-2 + 20000d'), ['depends_on', 'APP-2 + 20000d', 'APP-4 + 0d–10000d']);
    for (const value of ['APP-9', 'old-1', 'm1', 'pay:', 'nowhere']) {
      assert.deepEqual(wait(value), ['depends_on', value, 'APP-2, APP-3, APP-4'], value);
    }
    for (const value of ['APP-2', 'm2', 'app-03 + 2d', 'pay:APP-9']) {
      assert.equal(wait(value), undefined, value);
    }
    assert.equal(wait('APP-9', '- [ ] APP-1 x after:APP-9'), undefined);
  });
});

const parentOf = (value: string): Change => ({ kind: 'set', field: 'parent', value });

describe('a task file', () => {
  const path = 'tasks/a.md';
  const file = (...lines: readonly string[]) => ({
    [path]: ['---', 'id: APP-1', ...lines, '---', ''].join('\n'),
  });
  const change = (before: Readonly<Record<string, string>>, asked: Change) =>
    edit(before, path, { kind: 'task', id: 'old-01' }, asked);

  it('spells a status as the settings do', () => {
    const asked: Change = { kind: 'set', field: 'status', value: 'in REVIEW' };
    assert.equal(change(file("status: 'Done' # x"), asked), file("status: 'In review' # x")[path]);
  });

  it('keeps links one a line, in the order of their hashes', () => {
    const entry = "  - 'abc123def456 2026-03-04 It''s done: a'";
    const before = file('commits:', "  - '111111111111 2026-01-01 a'", "  - 'ffffffffffff'");
    assert.equal(
      change(before, { kind: 'link', commits: [COMMIT] }),
      file('commits:', "  - '111111111111 2026-01-01 a'", entry, "  - 'ffffffffffff'")[path],
    );
    assert.equal(change(file(), { kind: 'link', commits: [COMMIT] }), file('commits:', entry)[path]);
    assert.equal(
      change(file('commits:', entry), { kind: 'unlink', commits: [COMMIT] }),
      file('commits:', entry.replace("'abc", "'!abc"))[path],
    );
  });

  it('comes to an end on the way up past tasks without an id and past ids used twice', () => {
    const files = {
      ...file(),
      'milestones/m.md': '## Tasks\n- [ ] without an id\n',
      'tasks/b.md': '---\nid: APP-2\nparent: APP-3\n---\n',
      'tasks/c.md': '---\nid: APP-3\n---\n',
      'tasks/d.md': '---\nid: APP-3\nparent: APP-2\n---\n',
    };
    const made = file('parent: APP-2')[path];
    assert.equal(edit(files, path, { kind: 'task', id: 'APP-1' }, parentOf('APP-2')), made);
  });

  it('has another task that is not below it for its parent, and waits for others', () => {
    const files = {
      ...file('depends_on: [APP-9]'),
      'tasks/b.md': '---\nid: APP-2\nparent: APP-1\n---\n',
      'tasks/c.md': '---\nid: APP-3\nparent: APP-2\n---\n',
      'tasks/d.md': '---\nid: APP-4\n---\n',
    };
    const args = (asked: Change) => {
      const result = tryEdit(files, path, { kind: 'task', id: 'APP-1', line: 1 }, asked);
      return result.ok ? 'made' : result.refusal.args.join(' ');
    };
    for (const value of ['APP-1', 'old-1', 'APP-2', 'APP-3', 'APP-9']) {
      const refused = `parent ${value} APP-2, APP-3, APP-4`;
      assert.equal(args({ kind: 'set', field: 'parent', value }), refused);
    }
    assert.match(edit(files, path, { kind: 'task', id: 'APP-1' }, parentOf('old-4')), /^parent: APP-4$/m);
    const wait = (...value: string[]) => args({ kind: 'setList', field: 'dependsOn', value });
    assert.equal(wait('APP-9', 'APP-4 + 2d'), 'made');
    assert.equal(wait('APP-8'), 'depends_on APP-8 APP-2, APP-3, APP-4');
    assert.equal(wait('APP-1'), 'depends_on APP-1 APP-2, APP-3, APP-4');
  });

  it('is not edited where fields do not stand on lines of their own, or twice', () => {
    const code = (front: string, asked: Change) => {
      const files = { [path]: `---\n${front}\n---\n` };
      const result = tryEdit(files, path, { kind: 'task', id: 'APP-1', line: 1 }, asked);
      return result.ok ? result.edits.length : result.refusal.code;
    };
    const clear: Change = { kind: 'set', field: 'status', value: undefined };
    const due: Change = { kind: 'set', field: 'due', value: '2026-02-02' };
    const label: Change = { kind: 'setList', field: 'labels', value: ['b'] };
    const asks: Change[] = [clear, due, label, { kind: 'link', commits: [COMMIT] }];
    for (const front of [
      '{id: APP-1, title: flow, status: To do, labels: [a]}',
      '{id: APP-1,\n title: flow, status: To do}',
      '  id: APP-1\n  status: To do',
      '? id\n: APP-1',
    ]) {
      for (const asked of asks) {
        assert.equal(code(front, asked), 'front-matter-layout', front);
      }
    }
    const swallowed = 'id: APP-1\ntitle: x\n  status: Done';
    assert.equal(code(swallowed, { kind: 'set', field: 'title', value: 'y' }), 'front-matter-layout');
    assert.equal(code('id: APP-1\nstatus: Done\nstatus: To do', clear), 'field-stands-twice');
    assert.equal(code('id: APP-1\nlabels: [a]\nLabels: [b]', label), 'field-stands-twice');
    assert.equal(code('id: APP-1\nstatus: Done\nstatus: To do', due), 1);
  });

  it('is not edited with conflict markers in it, and a box only where its text is', () => {
    const conflict = { [path]: '---\nid: APP-1\n---\n<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n' };
    const target = { kind: 'task', id: 'APP-1', line: 1 } as const;
    const check: Change = { kind: 'tick', line: 3, text: 'gone', checked: true };
    const code = (files: Readonly<Record<string, string>>) => {
      const result = tryEdit(files, path, target, check);
      return result.ok ? undefined : result.refusal.code;
    };
    assert.equal(code(conflict), 'conflict-markers');
    assert.equal(code(file()), 'checklist-moved');
  });
});

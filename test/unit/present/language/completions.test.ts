import assert from 'node:assert/strict';
import { completionsAt } from '../../../../src/present/language/completions';
import type { Snapshot } from '../../../../src/core/snapshot';
import { BACKLOG, backlogSnapshot, fileIn, marked, NATIVE, snapshotOf } from './planFiles';

/** The line that choosing an entry gives, for each entry. */
function offered(snapshot: Snapshot, path: string, textWithMark: string): readonly string[] {
  const { text, position } = marked(textWithMark);
  const { entries, start, end } = completionsAt(fileIn(snapshot, path), text, position);
  const own = text.split('\n')[position.line] ?? '';
  return entries.map(({ insert }) => own.slice(0, start) + insert + own.slice(end));
}

describe('completion in plan files', () => {
  const native = snapshotOf(NATIVE);
  const opening = 'plan/milestones/opening.md';
  const lease = 'plan/tasks/tea-3.md';
  const inOpening = (own: string) => offered(native, opening, `---\nid: opening\n---\n## Tasks\n\n${own}`);
  const inLease = (own: string) => offered(native, lease, `---\nid: TEA-3\n${own}\n---\n`);

  it('offers the keys of the kind of item, without those that are there', () => {
    const keys = inLease('due: 2026-12-02\n|');
    assert.ok(keys.includes('depends_on: ') && keys.includes('estimate: '));
    assert.ok(!keys.includes('due: ') && !keys.includes('id: ') && !keys.includes('impact: '));
    assert.deepEqual(inLease('du|e: x').slice(0, 1), ['kind: x']);
  });

  it('offers statuses, milestones, people, priorities, ids and days as values', () => {
    assert.ok(inLease('status: |').includes('status: Done'));
    assert.deepEqual(inLease('milestone: o|'), ['milestone: opening']);
    assert.ok(inLease('assignee: |').some(line => /^assignee: '?@?ana'?$/.test(line)));
    assert.deepEqual(inLease('priority: hi|'), [
      'priority: low',
      'priority: medium',
      'priority: high',
      'priority: critical',
    ]);
    assert.deepEqual(inLease('depends_on: [TEA-2, paint|]'), [
      'depends_on: [TEA-2, TEA-2]',
      'depends_on: [TEA-2, opening]',
    ]);
    assert.deepEqual(inLease('depends_on:\n  - TEA-1|').slice(0, 1), ['  - TEA-1']);
    assert.equal(inLease('due: friday|')[0], 'due: 2026-06-19');
    assert.equal(inLease('due: +2w|')[0], 'due: 2026-06-29');
  });

  it('offers attributes of inline tasks and their values', () => {
    assert.ok(inOpening('- [ ] TEA-1 Tea |').includes('- [ ] TEA-1 Tea est:'));
    assert.deepEqual(inOpening('- [ ] TEA-1 Tea @|'), ['- [ ] TEA-1 Tea @ana']);
    assert.deepEqual(inOpening('- [ ] TEA-1 Tea #|'), ['- [ ] TEA-1 Tea #shop']);
    assert.ok(inOpening('- [ ] TEA-1 Tea !|').includes('- [ ] TEA-1 Tea !high'));
    assert.ok(inOpening('- [ ] TEA-1 Tea est:|').includes('- [ ] TEA-1 Tea est:2d'));
    assert.equal(inOpening('- [ ] TEA-1 Tea due:today|')[0], '- [ ] TEA-1 Tea due:2026-06-15');
    assert.equal(inOpening('- [ ] TEA-1 Tea after:TEA-2,TEA-3|')[0], '- [ ] TEA-1 Tea after:TEA-2,TEA-3');
  });

  it('offers ids by their titles in prose', () => {
    assert.deepEqual(inOpening('As lease|'), ['As TEA-3']);
    assert.deepEqual(inOpening('As |'), []);
  });

  it('offers what a task of Backlog.md can hold', () => {
    const berths = 'backlog/tasks/back-1 - Berths.md';
    assert.ok(BACKLOG[berths]);
    const at = (own: string) => offered(backlogSnapshot(), berths, `---\nid: BACK-1\n${own}\n---\n`);
    assert.ok(at('|').includes('dependencies: ') && !at('|').includes('estimate: '));
    assert.deepEqual(at('status: |'), ['status: To Do', 'status: In Progress', 'status: Done']);
    assert.deepEqual(at('milestone: |'), ['milestone: m-1']);
    assert.equal(at('dependencies:\n  - tid|')[0], '  - BACK-2');
    assert.deepEqual(at('assignee: [|]'), ["assignee: ['@zoe']"]);
  });
});

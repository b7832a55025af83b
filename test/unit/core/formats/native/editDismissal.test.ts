import assert from 'node:assert/strict';
import { applyEdits } from '../../../../../src/core/base/text';
import { tryEdit } from './editPlan';

const TASK = { kind: 'task', id: 'APP-4', line: -1 } as const;

/** What dismissing *overdue* makes of the front matter of a task's file, or why it is refused. */
function edited(front: string, reason = 'agreed', finding = 'overdue'): string {
  const text = `---\n${front}---\nBody\n`;
  const files = { 'tasks/4.md': text };
  const result = tryEdit(files, 'tasks/4.md', TASK, { kind: 'dismiss', finding, reason });
  return result.ok ? applyEdits(text, result.edits).slice(4, -9) : result.refusal.code;
}

/** The same where the task is a line of a milestone's file. */
function inLine(front: string): string {
  const text = `${front}## Tasks\n- [ ] APP-4 One\n`;
  const files = { 'milestones/m.md': text };
  const result = tryEdit(files, 'milestones/m.md', TASK, {
    kind: 'dismiss',
    finding: 'overdue',
    reason: 'agreed',
  });
  return result.ok ? applyEdits(text, result.edits) : result.refusal.code;
}

describe('the edit that dismisses a finding', () => {
  it('adds the field where the file has none, among its other fields', () => {
    assert.equal(
      edited('id: APP-4\ndue: 2026-01-02\nlinks: [x]\n'),
      'id: APP-4\ndue: 2026-01-02\ndismissed: [{finding: overdue, reason: agreed}]\nlinks: [x]\n',
    );
    assert.equal(
      edited('id: APP-4\nlabels:\n- a # one\n'),
      'id: APP-4\nlabels:\n- a # one\ndismissed:\n- {finding: overdue, reason: agreed}\n',
    );
  });

  it('adds an entry in the manner of the list', () => {
    const id = 'id: APP-4\n';
    const own = '{finding: overdue, reason: agreed}';
    for (const [before, after] of [
      ['dismissed: # none\n', `dismissed: [${own}] # none\n`],
      ['dismissed: blocked\n', `dismissed: [blocked, ${own}]\n`],
      ['dismissed: [blocked, ] # so\n', `dismissed: [blocked, ${own}, ] # so\n`],
      ['dismissed: {finding: blocked}\n', `dismissed: [{finding: blocked}, ${own}]\n`],
      ['dismissed:\n- blocked\n# last\n', `dismissed:\n- blocked\n- ${own}\n# last\n`],
      [
        'dismissed:\n  - finding: blocked # so\n    reason: x\nstatus: Done\n',
        'dismissed:\n  - finding: blocked # so\n    reason: x\n  - finding: overdue\n    reason: agreed\nstatus: Done\n',
      ],
      [
        'dismissed:\n  finding: blocked\n  reason: x # so\nstatus: Done\n',
        `dismissed:\n  - finding: blocked\n    reason: x # so\n  - ${own}\nstatus: Done\n`,
      ],
    ]) {
      assert.equal(edited(`${id}${before}`), `${id}${after}`);
    }
  });

  it('gives a finding that is dismissed already the new reason', () => {
    assert.equal(
      edited('id: APP-4\ndismissed:\n  - finding: overdue\n    reason: "old" # so\n'),
      'id: APP-4\ndismissed:\n  - finding: overdue\n    reason: "agreed" # so\n',
    );
    assert.equal(
      edited('id: APP-4\ndismissed: [overdue, blocked]\n'),
      'id: APP-4\ndismissed: [{finding: overdue, reason: agreed}, blocked]\n',
    );
    const same = 'id: APP-4\ndismissed: [{reason: agreed, finding: overdue}]\n';
    assert.equal(edited(same), same);
  });

  it('writes the reason on one line, in quotes where YAML needs them', () => {
    assert.match(edited('id: APP-4\n', "it's: a,\n b"), /reason: 'it''s: a, b'}/);
    assert.match(edited('id: APP-4\n', 'null'), /reason: 'null'}/);
  });

  it('names a task that is a line, beside what the milestone dismisses of itself', () => {
    assert.equal(
      inLine('---\ndismissed: [{finding: overdue, reason: mine}]\n---\n'),
      '---\ndismissed: [{finding: overdue, reason: mine}, {item: APP-4, finding: overdue, reason: agreed}]\n---\n## Tasks\n- [ ] APP-4 One\n',
    );
    assert.match(
      inLine(''),
      /^---\ndismissed: \[\{item: APP-4, finding: overdue, reason: agreed}]\n---\n\n## T/,
    );
  });

  it('is refused without a reason, for no finding, and where it could not be read', () => {
    assert.equal(edited('id: APP-4\n', ' \n'), 'dismissal-needs-reason');
    assert.equal(edited('id: APP-4\n', 'x', 'overdu'), 'value-invalid');
    assert.equal(edited('id: APP-4\ndismissed: [a, "b\n'), 'front-matter-layout');
    assert.equal(edited('id: APP-4\ndismissed: [a]\ndismissed: [b]\n'), 'field-stands-twice');
    assert.equal(edited('id: APP-4\n', 'x'.repeat(2_000_000)).slice(0, 20), 'edit-too-wide');
  });
});

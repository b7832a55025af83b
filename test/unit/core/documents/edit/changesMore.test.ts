import assert from 'node:assert/strict';
import { changesMore } from '../../../../../src/core/documents/edit/changesMore';
import { parseDocument } from '../../../../../src/core/documents/parseDocument';
import type { Change } from '../../../../../src/core/plan/change';

const read = (text: string) => parseDocument(text, 'markdown');
const FILE = '---\nid: A-1\nstatus: To do\nlabels: [a]\n---\n# T\n- [ ] one\n- [ ] two\n';
const STATUS: Change = { kind: 'set', field: 'status', value: 'Done' };

describe('the net below edits', () => {
  const more = (change: Change, from: string, to: string) =>
    changesMore(read(FILE), read(FILE.replace(from, to)), change);

  it('lets through what was asked for, and the time of the change', () => {
    assert.ok(!more(STATUS, 'To do', 'Done'));
    assert.ok(!more(STATUS, 'status: To do', 'status: Done\nupdated_date: 2026-01-01'));
    assert.ok(!more({ kind: 'set', field: 'due', value: 'x' }, 'labels', "due_date: '2026-01-01'\nlabels"));
    assert.ok(!more({ kind: 'setList', field: 'labels', value: [] }, 'labels: [a]', 'labels:\n- b'));
    assert.ok(!more({ kind: 'tick', line: 6, text: 'one', checked: true }, '[ ] one', '[x] one'));
    assert.ok(!more({ kind: 'link', commits: [] }, 'labels', 'commits: [abc1234]\nlabels'));
  });

  it('holds back what changes or loses anything else', () => {
    assert.ok(more(STATUS, 'id: A-1\nstatus: To do', 'status: Done'));
    assert.ok(more(STATUS, 'To do', 'Done\nlabels: [b]'));
    assert.ok(more(STATUS, '[a]', '[b]'));
    assert.ok(more(STATUS, '---\nid', 'id'));
    assert.ok(more(STATUS, '# T', '# U'));
    assert.ok(more(STATUS, '- [ ] one\n', ''));
    assert.ok(more(STATUS, '[ ] one\n- [ ] two', '[x] one\n- [x] two'));
    assert.ok(more({ kind: 'tick', line: 6, text: 'one', checked: true }, 'To do', 'Done'));
  });
});

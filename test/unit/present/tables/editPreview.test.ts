import assert from 'node:assert/strict';
import { editPreview } from '../../../../src/present/tables/editPreview';

const TEXT = 'id: APP-1\nstatus: To do\nlabels: [a]\n---\n- [ ] one\n';

describe('editPreview', () => {
  it('shows a changed line before and after', () => {
    assert.deepEqual(editPreview('a.md', TEXT, [{ start: 18, end: 23, text: 'Done' }]), [
      'a.md:2',
      '- status: To do',
      '+ status: Done',
    ]);
  });

  it('shows a line that comes in', () => {
    assert.deepEqual(editPreview('a.md', TEXT, [{ start: 9, end: 9, text: '\ndue: 2026-01-01' }]), [
      'a.md:2',
      '+ due: 2026-01-01',
    ]);
  });

  it('keeps distant edits apart', () => {
    const box = TEXT.indexOf('[ ]') + 1;
    const edits = [
      { start: box, end: box + 1, text: 'x' },
      { start: 18, end: 23, text: 'Done' },
    ];
    assert.deepEqual(editPreview('a.md', TEXT, edits), [
      'a.md:2',
      '- status: To do',
      '+ status: Done',
      'a.md:5',
      '- - [ ] one',
      '+ - [x] one',
    ]);
  });
});

import assert from 'node:assert/strict';
import { findBox, markBox } from '../../../../../src/core/documents/edit/tickBox';
import { parseDocument } from '../../../../../src/core/documents/parseDocument';
import { edited } from '../../formats/edit/editText';

const TEXT = '# A\r\n\r\n- [ ] one\r\n* [X] two\r\n- [ ] one\r\n';
const { checks } = parseDocument(TEXT, 'markdown');

describe('check boxes', () => {
  it('are found by line and text, then by a text that is unique', () => {
    assert.equal(findBox(checks, 4, 'one')?.line, 4);
    assert.equal(findBox(checks, 2, 'two')?.line, 3);
    assert.equal(findBox(checks, 3, 'one'), undefined);
    assert.equal(findBox(checks, 2, 'three'), undefined);
  });

  it('change by one character', () => {
    const mark = (line: number, mark: string) =>
      edited(TEXT, file => {
        const box = file.document.checks.find(check => check.line === line);
        assert.ok(box);
        return markBox(file, box, mark);
      });
    assert.equal(mark(2, 'x'), TEXT.replace('- [ ] one', '- [x] one'));
    assert.equal(mark(3, ' '), TEXT.replace('[X]', '[ ]'));
    assert.equal(mark(3, 'x'), TEXT);
  });
});

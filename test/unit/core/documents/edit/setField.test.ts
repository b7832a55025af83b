import assert from 'node:assert/strict';
import { removeField, setField } from '../../../../../src/core/documents/edit/setField';
import { edited, frontMatter } from '../../formats/edit/editText';

const MANNER = { order: ['id', 'title', 'status', 'due'], style: 'plain' } as const;

const set = (text: string, key: string, value: string) =>
  edited(text, file => setField(file, key, value, MANNER));
const remove = (text: string, key: string) => edited(text, file => removeField(file, key));

describe('setField', () => {
  it('keeps quotes, spacing and comment', () => {
    const before = frontMatter('id: A-1', "status:   'To do'  # for now", 'due: "2026-01-01"');
    assert.equal(set(before, 'status', "it's done"), before.replace("'To do'", "'it''s done'"));
    assert.equal(set(before, 'due', '2026-02-02'), before.replace('2026-01-01', '2026-02-02'));
  });

  it('quotes only what YAML would misread', () => {
    const before = frontMatter('status: Done');
    for (const [value, written] of [
      ['In progress', 'In progress'],
      ['1e12345', '1e12345'],
      ['a:b', 'a:b'],
      ['a: b', "'a: b'"],
      ['@ana', "'@ana'"],
      ['null', "'null'"],
      ['a #b', "'a #b'"],
      ['two\nlines', '"two\\nlines"'],
    ] as const) {
      assert.equal(set(before, 'status', value), before.replace('Done', written));
    }
  });

  it('fills an empty field and makes a long value one line', () => {
    assert.equal(
      set(frontMatter('status:  # none', 'x: 1'), 'status', 'Done'),
      frontMatter('status: Done  # none', 'x: 1'),
    );
    assert.equal(
      set(frontMatter('status: >-', '  a', '  b', 'x: 1'), 'status', 'Done'),
      frontMatter('status: Done', 'x: 1'),
    );
  });

  it('puts a new key where the format has it', () => {
    assert.equal(
      set(frontMatter('id: A-1', 'own: x', 'due: 2026-01-01'), 'status', 'Done'),
      frontMatter('id: A-1', 'status: Done', 'own: x', 'due: 2026-01-01'),
    );
    assert.equal(set(frontMatter('own: x'), 'status', 'Done'), frontMatter('status: Done', 'own: x'));
    assert.equal(set('---\r\n---\r\n', 'status', 'Done'), '---\r\nstatus: Done\r\n---\r\n');
  });

  it('begins a line where an open front matter ends the text without one', () => {
    assert.equal(set('---\nid: A-1\nstatus: To do', 'due', 'x'), '---\nid: A-1\nstatus: To do\ndue: x\n');
  });

  it('writes a new date in quotes where the other dates have them', () => {
    assert.equal(
      set(frontMatter('id: A-1', "start: '2026-01-01'"), 'due', '2026-02-02'),
      frontMatter('id: A-1', "due: '2026-02-02'", "start: '2026-01-01'"),
    );
  });

  it('writes a new date in the quotes of the format whatever the other dates have', () => {
    assert.equal(
      edited(frontMatter('id: A-1', 'start: 2026-01-01'), file =>
        setField(file, 'due', '2026-02-02 00:00', { ...MANNER, style: 'single' }),
      ),
      frontMatter('id: A-1', "due: '2026-02-02 00:00'", 'start: 2026-01-01'),
    );
  });

  it('gives a file without front matter one, behind its BOM', () => {
    assert.equal(set('\ufeff# T\r\n', 'status', 'Done'), '\ufeff---\r\nstatus: Done\r\n---\r\n\r\n# T\r\n');
    assert.equal(set('', 'status', 'Done'), '---\nstatus: Done\n---\n');
  });

  it('finds a key under its other spellings, beside fields that YAML cannot read', () => {
    const before = frontMatter('broken: [a, "b', 'healthNote: old', 'title: a: b');
    assert.equal(set(before, 'health_note', 'new'), before.replace('old', 'new'));
  });

  it('changes nothing when the value is there', () => {
    const before = frontMatter("status: 'Done'");
    assert.equal(set(before, 'status', 'Done'), before);
  });
});

describe('removeField', () => {
  it('takes the whole field and nothing around it', () => {
    const before = frontMatter('id: A-1', '# above', 'due: 2026-01-01 # why', '# below', 'x: 1');
    assert.equal(remove(before, 'due'), before.replace('due: 2026-01-01 # why\n', ''));
    assert.equal(remove(before, 'title'), before);
  });
});

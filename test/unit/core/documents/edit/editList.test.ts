import assert from 'node:assert/strict';
import { editList } from '../../../../../src/core/documents/edit/editList';
import type { ListEntry } from '../../../../../src/core/documents/edit/editList';
import { edited, frontMatter } from '../../formats/edit/editText';

const ORDER = ['id', 'labels', 'commits'];
const list = (text: string, wanted: readonly ListEntry[], style: 'neighbours' | 'block' = 'neighbours') =>
  edited(text, file => editList(file, 'labels', wanted, { order: ORDER, style: 'plain', list: style }));

describe('editList', () => {
  it('adds to and takes from brackets', () => {
    const before = frontMatter('labels: [ a,  "b", c ] # x');
    assert.equal(list(before, [0, 1, 2, 'd, e']), before.replace('c ]', "c, 'd, e' ]"));
    assert.equal(list(before, [0, 2]), before.replace(',  "b"', ''));
    assert.equal(list(before, ['d', 1, 2]), before.replace('a,', 'd,'));
    assert.equal(list(before, []), before.replace('a,  "b", c', ''));
  });

  it('adds to and takes from lines, with the indentation they have and the comments between them', () => {
    const before = frontMatter('labels:', '    -  a # first', '    # between', '    -  b', 'x: 1');
    assert.equal(list(before, [0, 1, 'c']), before.replace('-  b\n', '-  b\n    -  c\n'));
    assert.equal(list(before, [1]), before.replace('    -  a # first\n', ''));
    assert.equal(
      list(before, ['d', 0]),
      before.replace('    -  a', '    -  d\n    -  a').replace('    -  b\n', ''),
    );
    assert.equal(list(before, []), frontMatter('labels: []', '    # between', 'x: 1'));
  });

  it('makes a list of one value', () => {
    assert.equal(list(frontMatter('labels: @a # x'), [0, 'b']), frontMatter("labels: ['@a', b] # x"));
    assert.equal(list(frontMatter('labels: a'), [0, 'b'], 'block'), frontMatter('labels:', '  - a', '  - b'));
    assert.equal(list(frontMatter("labels: 'a'"), ['b']), frontMatter("labels: 'b'"));
    assert.equal(list(frontMatter('labels: a'), []), frontMatter('labels: []'));
  });

  it('fills an empty list in the manner of the format or of the other lists', () => {
    assert.equal(list(frontMatter('labels: []'), ['a']), frontMatter('labels: [a]'));
    assert.equal(list(frontMatter('labels: [] # x'), ['a'], 'block'), frontMatter('labels: # x', '  - a'));
    const other = frontMatter('labels:', 'x:', '- 1');
    assert.equal(list(other, ['a', 'b']), frontMatter('labels:', '- a', '- b', 'x:', '- 1'));
  });

  it('puts a new list at its place', () => {
    assert.equal(list(frontMatter('id: A-1', 'z: 1'), ['a']), frontMatter('id: A-1', 'labels: [a]', 'z: 1'));
    assert.equal(list(frontMatter('id: A-1'), ['a'], 'block'), frontMatter('id: A-1', 'labels:', '  - a'));
    assert.equal(list(frontMatter('id: A-1'), []), frontMatter('id: A-1'));
  });
});

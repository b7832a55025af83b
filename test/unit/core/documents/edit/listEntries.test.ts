import assert from 'node:assert/strict';
import { mergeEntries, mergeLinks } from '../../../../../src/core/documents/edit/listEntries';

const form = (text: string) => text.toLowerCase();
const commit = (hash: string) => ({ hash: hash.padEnd(40, '0'), date: '2026-01-01', subject: 's' });
const format = ({ hash }: { hash: string }) => hash.slice(0, 3);

describe('mergeEntries', () => {
  it('keeps what stays in place and adds what is missing once', () => {
    assert.deepEqual(mergeEntries(['A', 'b', 'c'], ['d', 'a', 'C', 'D'], form), [0, 2, 'd']);
  });
});

describe('mergeLinks', () => {
  it('adds in the order of hashes, behind what is no link', () => {
    const links = [undefined, { hash: 'bbb', not: false }, { hash: 'ddd', not: false }];
    assert.deepEqual(mergeLinks(links, [commit('ccc'), commit('aaa'), commit('eee')], false, format), [
      0,
      'aaa',
      1,
      'ccc',
      2,
      'eee',
    ]);
  });

  it('does not add a commit twice', () => {
    assert.deepEqual(mergeLinks([{ hash: 'aaa', not: false }], [commit('aaa')], false, format), [0]);
    assert.deepEqual(mergeLinks([], [commit('aaa'), commit('aaa')], false, format), ['aaa']);
  });

  it('lets a link replace an unlink, and the other way round', () => {
    assert.deepEqual(mergeLinks([{ hash: 'aaa', not: true }], [commit('aaa')], false, format), ['aaa']);
    assert.deepEqual(mergeLinks([{ hash: 'aaa', not: false }], [commit('aaa')], true, format), ['aaa']);
  });
});

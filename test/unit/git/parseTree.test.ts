import assert from 'node:assert/strict';
import { parseTree } from '../../../src/git/parseTree';

function entry(mode: string, name: string | Buffer, id: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${mode} `), Buffer.from(name), Buffer.from([0]), id]);
}

/** With the bytes that could be taken for separators. */
const ID = Buffer.concat([Buffer.from([0, 0x20, 0x0a]), Buffer.alloc(17, 0xab)]);

describe('parseTree', () => {
  it('reads files, folders and the rest', () => {
    const names = ['a b.md', 'run.sh', 'dir', 'link', 'sub', 'line\nbreak'];
    const modes = ['100644', '100755', '40000', '120000', '160000', '100664'];
    const bytes = Buffer.concat(names.map((name, index) => entry(modes[index] ?? '', name, ID)));
    assert.deepEqual(
      parseTree(bytes, 20)?.map(({ kind, name }) => [kind, name]),
      names.map((name, index) => [['file', 'file', 'folder', 'other', 'other', 'file'][index], name]),
    );
    assert.equal(parseTree(bytes, 20)?.[0]?.id, ID.toString('hex'));
  });

  it('reads SHA-256 names, an empty tree, and invalid UTF-8', () => {
    const id = Buffer.alloc(32, 1);
    assert.deepEqual(parseTree(entry('100644', 'x', id), 32), [
      { kind: 'file', name: 'x', id: '01'.repeat(32) },
    ]);
    assert.deepEqual(parseTree(Buffer.alloc(0), 20), []);
    assert.equal(parseTree(entry('100644', Buffer.from([0xff]), ID), 20)?.[0]?.name, '\ufffd');
  });

  it('refuses what is cut and names that leave the folder', () => {
    const whole = entry('100644', 'x', ID);
    for (let end = 1; end < whole.length; end++)
      assert.equal(parseTree(whole.subarray(0, end), 20), undefined);
    for (const name of ['', '.', '..', 'a/b'])
      assert.equal(parseTree(entry('100644', name, ID), 20), undefined);
  });
});

import assert from 'node:assert/strict';
import { CatFileParser, LARGEST_OBJECT, type ObjectAnswer } from '../../../src/git/catFileParser';
import { isGitFailure } from '../../../src/git/gitFailure';

const A = 'a'.repeat(40);

function parse(bytes: Buffer, chunkSize = bytes.length || 1): ObjectAnswer[] {
  const answers: ObjectAnswer[] = [];
  const parser = new CatFileParser(answer => answers.push(answer));
  for (let at = 0; at < bytes.length; at += chunkSize) parser.push(bytes.subarray(at, at + chunkSize));
  return answers;
}

describe('CatFileParser', () => {
  it('reads objects of any content in chunks of any size', () => {
    const body = Buffer.from([0, 0x0a, 0xff, 0x0a]);
    const bytes = Buffer.concat([
      Buffer.from(`${A} blob 4\n`),
      body,
      Buffer.from(`\n${A} blob 0\n\nodd name missing\nabc ambiguous\n${A} submodule\n${A} tree 1\nx\n`),
    ]);
    const expected: ObjectAnswer[] = [
      { kind: 'object', id: A, type: 'blob', data: body },
      { kind: 'object', id: A, type: 'blob', data: Buffer.alloc(0) },
      { kind: 'missing' },
      { kind: 'missing' },
      { kind: 'missing' },
      { kind: 'object', id: A, type: 'tree', data: Buffer.from('x') },
    ];
    for (let size = 1; size <= bytes.length; size++) assert.deepEqual(parse(bytes, size), expected);
  });

  it('gives no answer before the object is complete', () => {
    const bytes = Buffer.from(`${A} blob 4\nbody\n`);
    for (let end = 0; end < bytes.length; end++) assert.deepEqual(parse(bytes.subarray(0, end)), []);
  });

  it('skips an object that is too large and goes on behind it', () => {
    const size = LARGEST_OBJECT + 1;
    const bytes = Buffer.concat([
      Buffer.from(`${A} blob ${size}\n`),
      Buffer.alloc(size),
      Buffer.from(`\n${A} blob 1\nx\n`),
    ]);
    const [first, second] = parse(bytes, 1 << 20);
    assert.deepEqual(first, { kind: 'too-large', id: A });
    assert.deepEqual(second, { kind: 'object', id: A, type: 'blob', data: Buffer.from('x') });
  });

  it('fails on what git does not print', () => {
    for (const text of ['hello\n', `${A} blob x\n`, `${A} blob 1\nxy\n`, 'x'.repeat(70_000)]) {
      assert.throws(() => parse(Buffer.from(text)), isGitFailure);
    }
  });
});

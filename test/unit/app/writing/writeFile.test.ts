import assert from 'node:assert/strict';
import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode } from '../../../../src/app/nodeFiles';
import type { PlannedEdit } from '../../../../src/app/store';
import { writeEdit } from '../../../../src/app/writing/writeFile';
import { OwnCache } from '../../../support/ownCache';

describe('writeEdit', () => {
  const cache = new OwnCache();
  let root: string;
  before(() => cache.use());
  after(() => cache.dispose());
  beforeEach(async () => (root = await mkdtemp(join(tmpdir(), 'milepost-write-'))));
  afterEach(() => rm(root, { recursive: true, force: true }));

  /** Why it was refused; undefined when it was written, and nothing else about the file has changed. */
  async function refusalOf(edit: PlannedEdit): Promise<string | undefined> {
    const outcome = await writeEdit(edit);
    assert.ok(!outcome.ok || (outcome.rightsKept && outcome.unsynced === undefined));
    return outcome.ok ? undefined : outcome.refusal.code;
  }

  async function edit(bytes: Buffer, start: number, end: number, text: string) {
    await writeFile(join(root, 'a.md'), bytes);
    return { root, plan: '', file: 'a.md', text: decode(bytes), edits: [{ start, end, text }] };
  }

  it('changes only the bytes of the edit', async () => {
    const planned = await edit(Buffer.from('\ufeffstatus: To do\r\nü: 1\r\n'), 9, 14, 'Done');
    assert.equal(await refusalOf(planned), undefined);
    assert.equal(await readFile(join(root, 'a.md'), 'utf8'), '\ufeffstatus: Done\r\nü: 1\r\n');
  });

  it('keeps bytes that are not UTF-8 behind the edit', async () => {
    const broken = Buffer.concat([Buffer.from('status: To do\n'), Buffer.from([0xff, 0xfe, 0x41])]);
    const planned = await edit(broken, 8, 13, 'Done');
    assert.equal(await refusalOf(planned), undefined);
    const expected = Buffer.concat([Buffer.from('status: Done\n'), Buffer.from([0xff, 0xfe, 0x41])]);
    assert.deepEqual(await readFile(join(root, 'a.md')), expected);
  });

  it('keeps bytes that are not UTF-8 before the edit', async () => {
    const broken = Buffer.concat([
      Buffer.from('ü '),
      Buffer.from([0xff, 0xc3, 0x0a]),
      Buffer.from('né: To do\n'),
    ]);
    const text = decode(broken);
    const start = text.indexOf('To do');
    assert.equal(await refusalOf(await edit(broken, start, start + 5, 'Dóne')), undefined);
    const expected = Buffer.concat([broken.subarray(0, broken.indexOf('To do')), Buffer.from('Dóne\n')]);
    assert.deepEqual(await readFile(join(root, 'a.md')), expected);
  });

  it('refuses to edit a line that it could not write back, and leaves the file alone', async () => {
    const broken = Buffer.concat([Buffer.from([0xff]), Buffer.from('status: To do\n')]);
    const planned = await edit(broken, 9, 14, 'Done');
    assert.equal(await refusalOf(planned), 'not-writable');
    assert.deepEqual(await readFile(join(root, 'a.md')), broken);
  });

  it('writes UTF-16 as it was', async () => {
    for (const swap of [false, true]) {
      const encode = (text: string): Buffer => {
        const bytes = Buffer.from(text, 'utf16le');
        return swap ? bytes.swap16() : bytes;
      };
      const planned = await edit(encode('\ufeffstatus: To do\n'), 9, 14, 'Döne');
      assert.equal(await refusalOf(planned), undefined);
      assert.deepEqual(await readFile(join(root, 'a.md')), encode('\ufeffstatus: Döne\n'));
    }
  });

  it('never overwrites a file that was changed meanwhile', async () => {
    const planned = await edit(Buffer.from('status: To do\n'), 8, 13, 'Done');
    await writeFile(join(root, 'a.md'), 'status: Blocked\n');
    assert.equal(await refusalOf(planned), 'changed-meanwhile');
    assert.equal(await readFile(join(root, 'a.md'), 'utf8'), 'status: Blocked\n');
    assert.deepEqual(await readdir(root), ['a.md']);
  });

  it('does not bring back a deleted file', async () => {
    const planned = await edit(Buffer.from('a'), 0, 1, 'b');
    await rm(join(root, 'a.md'));
    assert.equal(await refusalOf(planned), 'changed-meanwhile');
    assert.deepEqual(await readdir(root), []);
  });

  it('keeps the mode of the file and writes through a link', async () => {
    const planned = await edit(Buffer.from('a'), 0, 1, 'b');
    await chmod(join(root, 'a.md'), 0o640);
    await symlink('a.md', join(root, 'link.md'));
    assert.equal(await refusalOf({ ...planned, file: 'link.md' }), undefined);
    assert.equal(await readFile(join(root, 'a.md'), 'utf8'), 'b');
    assert.equal((await stat(join(root, 'a.md'))).mode & 0o777, 0o640);
    assert.deepEqual((await readdir(root)).sort(), ['a.md', 'link.md']);
  });
});

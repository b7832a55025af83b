import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inTime, readBounded } from '../../../src/git/boundedFile';

const MEGABYTE = 1024 * 1024;

describe('a file that others have made', () => {
  let base: string;
  let root: string;
  beforeEach(() => {
    base = realpathSync(mkdtempSync(join(tmpdir(), 'milepost-bounded-')));
    root = join(base, 'root');
    mkdirSync(join(root, 'folder'), { recursive: true });
    writeFileSync(join(base, 'outside'), 'secret');
    writeFileSync(join(root, 'folder/file'), 'text');
  });
  afterEach(() => rmSync(base, { recursive: true }));

  /** What reading a file of the root gives, in one line. */
  async function read(name: string, within: string | undefined = root): Promise<string> {
    const found = await readBounded(join(root, name), { mostBytes: MEGABYTE, ...(within && { within }) });
    return found.kind === 'bytes'
      ? found.bytes.toString()
      : found.kind === 'failed'
        ? found.detail
        : found.kind;
  }

  it('is read as it is, up to the limit', async () => {
    const bytes = Buffer.alloc(MEGABYTE, 'abc');
    writeFileSync(join(root, 'file'), bytes);
    const found = await readBounded(join(root, 'file'), { mostBytes: MEGABYTE, within: root });
    assert.ok(found.kind === 'bytes' && found.bytes.equals(bytes));
    writeFileSync(join(root, 'empty'), '');
    assert.equal(await read('empty'), '');
    assert.equal(await read('folder/file'), 'text');
  });

  it('is not read when it is larger', async () => {
    writeFileSync(join(root, 'file'), '');
    truncateSync(join(root, 'file'), MEGABYTE + 1);
    assert.equal(await read('file'), 'oversized');
    const { rss } = process.memoryUsage();
    truncateSync(join(root, 'file'), 1000 * MEGABYTE);
    assert.equal(await read('file'), 'oversized');
    assert.ok(process.memoryUsage().rss - rss < 100 * MEGABYTE);
  });

  it('is read through links within the folder, and through none that leads out of it', async () => {
    symlinkSync('folder/file', join(root, 'link'));
    symlinkSync('folder', join(root, 'linked'));
    symlinkSync('../outside', join(root, 'out'));
    symlinkSync('..', join(root, 'up'));
    symlinkSync('/etc', join(root, 'etc'));
    assert.deepEqual([await read('link'), await read('linked/file')], ['text', 'text']);
    for (const name of ['out', 'up/outside', 'etc/hostname', '../outside']) {
      assert.equal(await read(name), 'links-outside', name);
    }
    assert.equal(await read('out', ''), 'secret');
  });

  it('is missing where there is none, or only a link to none', async () => {
    symlinkSync('gone', join(root, 'dangling'));
    symlinkSync('loop', join(root, 'loop'));
    for (const name of ['none', 'folder/file/none', 'dangling', 'loop']) {
      assert.equal(await read(name), 'missing', name);
    }
  });

  it('is not waited for where it is a pipe or a device, nor read where it is a folder', async function () {
    assert.equal(await read('folder'), 'EISDIR');
    if (process.platform === 'win32') {
      console.log('      skipped: folders hold no pipes on Windows');
      return this.skip();
    }
    execFileSync('mkfifo', [join(root, 'pipe')]);
    symlinkSync('pipe', join(root, 'link'));
    symlinkSync('/dev/zero', join(root, 'endless'));
    assert.deepEqual([await read('pipe'), await read('link')], ['not-a-file', 'not-a-file']);
    assert.equal(await read('endless', ''), 'not-a-file');
  });

  it('is given up when the disk does not answer', async () => {
    await assert.rejects(inTime(new Promise(() => undefined), 1), { message: 'timed-out' });
    assert.equal(await inTime(Promise.resolve('read'), 60_000), 'read');
    await assert.rejects(inTime(Promise.reject(new Error('EIO')), 60_000), { message: 'EIO' });
  });
});

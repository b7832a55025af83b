import assert from 'node:assert/strict';
import { HalfWritten, writeOver, type Writable } from '../../../../src/app/writing/overwrite';

/** A file in memory whose disk fails at some of its calls, by number from one, and writes a few bytes at a time. */
class FailingFile {
  private calls = 0;

  constructor(
    public bytes: Buffer,
    private readonly fails: readonly number[],
  ) {}

  private check(): void {
    if (this.fails.includes(++this.calls)) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
  }

  readonly file = {
    write: async (from: Buffer, offset: number, length: number, position: number) => {
      this.check();
      const bytesWritten = Math.min(length, 3);
      const parts = [this.bytes.subarray(0, position), from.subarray(offset, offset + bytesWritten)];
      this.bytes = Buffer.concat([...parts, this.bytes.subarray(position + bytesWritten)]);
      return { bytesWritten, buffer: from };
    },
    truncate: async (length: number) => {
      this.check();
      this.bytes = this.bytes.subarray(0, length);
    },
    sync: async () => this.check(),
  } as unknown as Writable;
}

const OLD = Buffer.from('status: To do\nrest\n');
const TEXTS = ['status: Done\nrest\n', 'status: In progress\nrest\n', ''].map(text => Buffer.from(text));

describe('writeOver', () => {
  it('writes shorter, longer and no text', async () => {
    for (const text of TEXTS) {
      const disk = new FailingFile(OLD, []);
      await writeOver(disk.file, OLD, text);
      assert.deepEqual(disk.bytes, text);
    }
  });

  it('puts the old text back when the disk fails, wherever that is', async () => {
    for (const text of TEXTS) {
      for (let call = 1; ; call++) {
        const disk = new FailingFile(OLD, [call]);
        const failure = await writeOver(disk.file, OLD, text).catch((error: unknown) => error);
        if (failure === undefined) break;
        assert.equal((failure as { code?: string }).code, 'ENOSPC');
        assert.deepEqual(disk.bytes, OLD);
      }
    }
  });

  it('says so when that fails as well', async () => {
    const disk = new FailingFile(OLD, [2, 3]);
    await assert.rejects(writeOver(disk.file, OLD, TEXTS[0] ?? OLD), HalfWritten);
  });
});

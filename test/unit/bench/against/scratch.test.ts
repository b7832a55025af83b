import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inScratch } from '../../../bench/against/scratch';

describe('temporary folder of a comparison', () => {
  it('is gone after the work, and what its links lead to is not', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'milepost-outside-'));
    writeFileSync(join(outside, 'kept.txt'), '');
    const dir = await inScratch(scratch => {
      mkdirSync(join(scratch, 'deep'));
      symlinkSync(outside, join(scratch, 'deep/link'), 'junction');
      return Promise.resolve(scratch);
    });
    assert.equal(existsSync(dir), false);
    assert.ok(existsSync(join(outside, 'kept.txt')));
    rmSync(outside, { recursive: true });
  });

  it('is gone after work that failed', async () => {
    let dir = '';
    const failing = inScratch(scratch => {
      dir = scratch;
      throw new Error('no');
    });
    await assert.rejects(failing, { message: 'no' });
    assert.equal(existsSync(dir), false);
  });

  it('is gone when the process is told to end, and so is what listens for that', async () => {
    const listening = process.listenerCount('SIGHUP');
    let dir = '';
    const interrupted = inScratch((scratch, signal) => {
      dir = scratch;
      return new Promise((_, fail) => {
        signal.addEventListener('abort', () => fail(signal.reason));
        process.emit('SIGHUP');
      });
    });
    await assert.rejects(interrupted, { message: 'Interrupted.', exitCode: 130 });
    assert.equal(existsSync(dir), false);
    assert.equal(process.listenerCount('SIGHUP'), listening);
  });
});

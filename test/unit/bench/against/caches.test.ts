import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheOf } from '../../../bench/against/caches';
import { cacheFolder } from '../../../support/host/cache.mjs';
import { OwnCache } from '../../../support/ownCache';

describe('caches of a comparison', () => {
  const cache = new OwnCache();
  let base: string;

  /** A checkout whose generator says something. */
  const checkout = (name: string, text: string): string => {
    const dir = join(base, name);
    mkdirSync(join(dir, 'test/bench/scale'), { recursive: true });
    writeFileSync(join(dir, 'test/bench/scale/story.ts'), text);
    return dir;
  };

  before(() => {
    cache.use();
    base = mkdtempSync(join(tmpdir(), 'milepost-caches-'));
    for (const name of ['server', 'scale-12345678-1']) {
      mkdirSync(join(cacheFolder(), name));
      writeFileSync(join(cacheFolder(), name, 'there.txt'), name);
    }
  });
  after(() => {
    rmSync(base, { recursive: true });
    cache.dispose();
  });

  it('are one when both make the same repositories', () => {
    assert.deepEqual(cacheOf(checkout('one', 'same'), checkout('two', 'same'), base), {});
  });

  it('are two when the repositories differ, which share everything else', () => {
    const { XDG_CACHE_HOME = '' } = cacheOf(checkout('three', 'old'), checkout('four', 'new'), base);
    assert.deepEqual(readdirSync(join(XDG_CACHE_HOME, 'milepost')), ['server']);
    assert.equal(readFileSync(join(XDG_CACHE_HOME, 'milepost/server/there.txt'), 'utf8'), 'server');
  });
});

import assert from 'node:assert/strict';
import { inSlices } from '../../../../src/app/following/inSlices';
import { finish } from '../../../../src/core/base/steps';
import type { Steps } from '../../../../src/core/base/steps';

function* countTo(end: number): Steps<number> {
  let sum = 0;
  for (let i = 1; i <= end; i++) {
    sum += i;
    yield;
  }
  return sum;
}

function* slowly(): Steps<string> {
  for (let i = 0; i < 5; i++) {
    const until = performance.now() + 10;
    while (performance.now() < until);
    yield;
  }
  return 'done';
}

describe('work in slices', () => {
  it('gives what the same work gives at once', async () => {
    assert.equal(finish(countTo(100)), 5050);
    assert.equal(await inSlices(countTo(100)), 5050);
  });

  it('lets others run in between', async () => {
    let turns = 0;
    const others = setInterval(() => turns++, 1);
    try {
      assert.equal(await inSlices(slowly()), 'done');
    } finally {
      clearInterval(others);
    }
    assert.ok(turns > 0, 'nothing else ran');
  });

  it('ends when it is no longer wanted', async () => {
    const abort = new AbortController();
    setImmediate(() => abort.abort(new Error('no longer wanted')));
    await assert.rejects(inSlices(slowly(), abort.signal), /no longer wanted/);
  });
});

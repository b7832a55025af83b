import assert from 'node:assert/strict';
import { aliasedKey, idKey, isId, prefixOf } from '../../../../src/core/plan/ids';

describe('ids', () => {
  it('are compared without case and without leading zeros in a number', () => {
    assert.equal(idKey('back-024.02'), 'BACK-24.2');
    assert.equal(idKey(' app-7 '), 'APP-7');
    assert.equal(idKey('APP-0'), 'APP-0');
    assert.equal(idKey('APP-00'), 'APP-0');
    assert.equal(idKey('APP-0a3'), 'APP-0A3');
    assert.equal(idKey('m-01'), 'M-1');
  });

  it('take today’s prefix for a former one', () => {
    assert.equal(aliasedKey('task-024', 'BACK', new Set(['TASK'])), 'BACK-24');
    assert.equal(aliasedKey('other-24', 'BACK', new Set(['TASK'])), 'OTHER-24');
    assert.equal(prefixOf('app-31.2'), 'APP');
  });

  it('need a prefix, a hyphen, and letters or digits', () => {
    for (const id of ['APP-31', 'BACK-24.02', 'APP-k3f9', 'a_b-1']) {
      assert.ok(isId(id), id);
    }
    for (const text of ['APP', '1-2', 'APP-', 'APP-1.', 'APP 1', '', 'APP-1-2']) {
      assert.ok(!isId(text), text);
    }
  });

  it('are read in linear time', () => {
    // A quadratic reader takes hours for this.
    assert.equal(idKey(`A-${'0'.repeat(1_000_000)}x`).length, 1_000_003);
  });
});

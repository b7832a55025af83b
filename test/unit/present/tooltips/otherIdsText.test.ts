import assert from 'node:assert/strict';
import { otherIdsText } from '../../../../src/present/tooltips/otherIdsText';
import { aTask } from '../../../support/planBuilder';

describe('aliases in a tooltip', () => {
  it('are one line, the first of many', () => {
    const args = (...otherIds: string[]) => otherIdsText(aTask('APP-1', { otherIds }))?.args;
    assert.deepEqual(args('SHOP-12', 'APP-9'), ['SHOP-12, APP-9']);
    assert.deepEqual(args(...'abcdef'), ['a, b, c, d, e, …']);
    assert.equal(otherIdsText(aTask('APP-1')), undefined);
  });
});

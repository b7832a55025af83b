import assert from 'node:assert/strict';
import { otherIdsText } from '../../../../src/present/tooltips/otherIdsText';
import { say } from '../../../../src/words/say';
import { aTask } from '../../../support/planBuilder';

describe('aliases in a tooltip', () => {
  it('are one line, the first of many', () => {
    const line = (...otherIds: string[]) => say(otherIdsText(aTask('APP-1', { otherIds })) ?? '');
    assert.equal(line('SHOP-12', 'APP-9'), 'Aliases: SHOP-12, APP-9');
    assert.equal(line(...'abcdef'), 'Aliases: a, b, c, d, e, …');
    assert.equal(otherIdsText(aTask('APP-1')), undefined);
  });
});

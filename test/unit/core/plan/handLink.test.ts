import assert from 'node:assert/strict';
import { formatHandLink, parseHandLink } from '../../../../src/core/plan/handLink';

describe('a hand-made link', () => {
  it('is written as hash, date and subject, and read back', () => {
    const commit = { hash: `1e12345${'0'.repeat(33)}`, date: '2026-11-03', subject: 'Read  the\nlogs ' };
    assert.equal(formatHandLink(commit, true), '!1e1234500000 2026-11-03 Read the logs');
    assert.deepEqual(parseHandLink(formatHandLink(commit, false)), {
      hash: '1e1234500000',
      not: false,
      date: '2026-11-03',
      subject: 'Read the logs',
    });
  });

  it('may be a bare prefix of 7 to 40 digits', () => {
    assert.deepEqual(parseHandLink('DEADBEE'), { hash: 'deadbee', not: false });
    assert.deepEqual(parseHandLink('!deadbeef'), { hash: 'deadbeef', not: true });
    for (const text of ['deadbe', 'f'.repeat(41), 'deadbeeg', '', '2026-11-03']) {
      assert.equal(parseHandLink(text), undefined, text);
    }
  });
});

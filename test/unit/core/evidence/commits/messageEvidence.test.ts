import assert from 'node:assert/strict';
import { compileIdMatcher } from '../../../../../src/core/evidence/commits/idMatcher';
import {
  matchMessage,
  pickedHashes,
  revertedHashes,
} from '../../../../../src/core/evidence/commits/messageEvidence';
import { DEFAULT_RULES } from '../../../../../src/core/plan/settings';
import { aPlan } from '../../../../support/planBuilder';

const matcher = compileIdMatcher(aPlan(['APP-1', 'APP-2', 'APP-3']));
const match = (message: string, rules = DEFAULT_RULES) => matchMessage(message, matcher, rules);
const said = (message: string): string[] =>
  match(message).mentions.map(mention => `${mention.evidence} ${mention.task}`);

describe('messageEvidence', () => {
  for (const [message, expected] of [
    ['APP-1: store', ['subject APP-1']],
    ['Store\n\nSee APP-1.', ['body APP-1']],
    // Closing words.
    ['Store\n\nCloses APP-1', ['closes APP-1']],
    ['Store\n\nfixed #APP-1', ['closes APP-1']],
    ['Store\n\nResolves: APP-1, APP-2', ['closes APP-1', 'closes APP-2']],
    ['Store\n\nFixing APP-1 and APP-2 at last', ['closes APP-1', 'closes APP-2']],
    ['Store\n\nFixes APP-1, APP-2.', ['closes APP-1', 'closes APP-2']],
    ['Store\n\nFixes APP-1, APP-2 is next', ['closes APP-1', 'body APP-2']],
    ['Store\n\n- Resolve APP-1', ['closes APP-1']],
    ['Store, fixes APP-1', ['closes APP-1', 'subject APP-1']],
    ['APP-2 store; closes APP-1', ['closes APP-1', 'subject APP-2', 'subject APP-1']],
    ['Fix APP-1 crash', ['closes APP-1', 'subject APP-1']],
    ['fix: APP-1', ['subject APP-1']],
    ['fix: APP-1 crash', ['subject APP-1']],
    ['Store\n\nThis closes APP-1', ['body APP-1']],
    ['Store\n\nprefix APP-1', ['body APP-1']],
    ['Store\n\nFixes the tests of APP-1', ['body APP-1']],
    ['Store\n\n`Fixes APP-1`', ['body APP-1']],
    ['Store\n\nWrite "done, fixes APP-1"', ['body APP-1']],
    ['Store\n\n```\nFixes APP-1\n```\nCloses APP-2', ['body APP-1', 'closes APP-2']],
    ['Store\n\n    Fixes APP-1', ['body APP-1']],
    ['Store\n\n> Fixes APP-1', ['body APP-1']],
    ['Store\n\n# Fixes APP-1', ['body APP-1']],
    ['Store\n\n<!-- e.g.\nFixes APP-1\n-->\nFixes APP-2', ['body APP-1', 'closes APP-2']],
    // Trailers.
    ['Store\n\nTask: APP-1', ['trailer APP-1']],
    ['Store\n\ntask: app-1\n\nmore text', ['trailer APP-1']],
    ['Store\n\nRefs: APP-1, APP-2', ['trailer APP-1', 'trailer APP-2']],
    ['Store (#9)\n\n* One\n\n    Part-of: APP-1', ['trailer APP-1']],
    ['Store\n\nTask: what APP-1 left over', ['body APP-1']],
    ['Store\n\n> Task: APP-1', ['body APP-1']],
    ['Store\n\nSee-also: APP-1', ['body APP-1']],
    // Squash merges.
    ['Store (#9)\n\n* APP-1: one\n* Two', ['subject APP-1']],
    ['Store\n\n* APP-1: one', ['body APP-1']],
    // Reverts.
    ['Revert "Fix APP-1"\n\nThis reverts commit 1234567.', []],
    ['Revert "APP-1 store" (#12)\n\nBroke APP-2', ['body APP-2']],
    ['APP-3: undo the store\n\nThis reverts commit 1234567.\nFixes APP-2', ['subject APP-3', 'body APP-2']],
  ] as const) {
    it(`reads ${JSON.stringify(message)}`, () => assert.deepEqual(said(message), expected));
  }

  it('says why', () => {
    assert.deepEqual(
      match('APP-1 x (#2)\n\n* APP-2 y\n\nTask: APP-3\nCloses APP-1').mentions.map(({ reason }) => reason),
      [
        { code: 'subject', args: ['APP-1'] },
        { code: 'squash-line', args: ['APP-2 y'] },
        { code: 'trailer', args: ['Task: APP-3'] },
        { code: 'closes', args: ['Closes', 'APP-1'] },
      ],
    );
  });

  it('follows the trailer that the rules name', () => {
    const rules = { ...DEFAULT_RULES, trailer: 'Ticket' };
    assert.deepEqual(
      match('x\n\nTicket: APP-1\nTask: APP-2', rules).mentions.map(({ evidence }) => evidence),
      ['trailer', 'body'],
    );
  });

  for (const [message, expected] of [
    ['Typo\n\nTask: none', true],
    ['Typo\n\ntask: None (spelling)', true],
    ['Typo\n\nTask: none-such', false],
    ['Typo\n\n> Task: none', false],
    ['Typo', false],
  ] as const) {
    it(`${expected ? 'needs' : 'may need'} ${expected ? 'no' : 'a'} task: ${JSON.stringify(message)}`, () =>
      assert.equal(match(message).noTask, expected));
  }

  it('reads which commits are reverted and cherry-picked', () => {
    const message =
      'x\n\nThis reverts commit ABCDEF1234, reversing\nchanges made to 7654321.\n(cherry picked from commit 0123456789)';
    assert.deepEqual(revertedHashes(message), ['abcdef1234']);
    assert.deepEqual(pickedHashes(message), ['0123456789']);
  });

  it('stays linear on hostile messages', function () {
    // Minutes, if a rule were quadratic.
    for (const part of [
      'APP-1,',
      'APP-1 and ',
      'Fixes APP-1, ',
      'a',
      '`',
      '<!--',
      'http://',
      ' ',
      '* ',
      'APP-1/',
    ]) {
      match(`x\n\n${part.repeat(30_000)}`);
    }
  });
});

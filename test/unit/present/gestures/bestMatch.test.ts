import assert from 'node:assert/strict';
import { bestMatch } from '../../../../src/present/gestures/bestMatch';

describe('bestMatch', () => {
  const people = [
    { label: 'Add "@x"', typed: true },
    { label: '@jon', description: 'Jon Smith', typed: false },
    { label: '@jonas', description: 'Jonas Weber · from git', typed: false },
    { label: '@mia', description: 'Mia Okafor', typed: false },
  ];
  const cases: readonly (readonly [string, number])[] = [
    ['', -1],
    [' @ ', -1],
    ['jon', 1],
    ['@JONAS', 2],
    ['weber', 2],
    ['mi', 3],
    ['oka', 3],
    ['new', 0],
  ];
  for (const [typed, expected] of cases) {
    it(`takes entry ${expected} for "${typed}"`, () => {
      assert.equal(bestMatch(typed, people), expected);
    });
  }

  it('takes what only holds the text where nothing new can be made', () => {
    assert.equal(bestMatch('eber', people.slice(1)), 1);
    assert.equal(bestMatch('xyz', people.slice(1)), -1);
  });
});
